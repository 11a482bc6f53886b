package io.cofound.content.reading;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.reading.ReadingMonths.Month;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What members have read is theirs to see and to clear. */
@ApplicationScoped
class HistoryService {

    private static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final ReadingRepository readings;
    private final HistoryRepository history;
    private final ReadingMonths months;
    private final MonthAlignment alignment;
    private final Clearings clearings;

    HistoryService(
            ReadingRepository readings,
            HistoryRepository history,
            ReadingMonths months,
            MonthAlignment alignment,
            Clearings clearings) {
        this.readings = readings;
        this.history = history;
        this.months = months;
        this.alignment = alignment;
        this.clearings = clearings;
    }

    /** No session is open while the document store is asked, so that a slow one holds no connection. */
    Uni<Page<HistoryEntry>> month(UUID memberId, YearMonth month, PageRequest page) {
        Optional<Cursor> after = page.after();
        return months.find(memberId, month)
                .chain(document -> Panache.withSession(() -> history.count(memberId, month)
                        .chain(count -> {
                            if (document.isPresent() && document.get().size() == count) {
                                return Uni.createFrom().item(document.get().after(after, page.fetchSize()));
                            }
                            alignment.repair(
                                    memberId, month, document.map(Month::posts).orElse(List.of()));
                            return history.month(memberId, month, after, page.fetchSize());
                        })
                        .chain(rows -> history.named(memberId, rows))
                        .map(entries -> Page.of(
                                entries,
                                page,
                                entry -> new Cursor(entry.firstReadAt(), entry.postId()),
                                entry -> entry))));
    }

    Uni<Void> clear(UUID memberId) {
        return Panache.withTransaction(
                        () -> readings.removeOf(memberId, EVER).chain(gone -> clearings.follow(gone, true)))
                .invoke(clearings::work);
    }

    Uni<Void> forget(UUID memberId, UUID postId) {
        return Panache.withTransaction(
                        () -> readings.remove(memberId, postId).chain(gone -> clearings.follow(gone, false)))
                .invoke(clearings::work);
    }
}
