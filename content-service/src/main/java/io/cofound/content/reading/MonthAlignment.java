package io.cofound.content.reading;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostRead;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import static java.util.stream.Collectors.groupingBy;

/**
 * Brings the documents to what PostgreSQL holds. The rows are kept from going while their documents are written: what a
 * member clears is either not written any more, or cleared in the documents afterwards.
 */
@ApplicationScoped
class MonthAlignment {

    private record Key(UUID memberId, YearMonth month) {}

    private static final Logger LOG = Logger.getLogger(MonthAlignment.class);
    private static final int AT_ONCE = 8;

    private final ReadingRepository readings;
    private final HistoryRepository history;
    private final ReadingMonths months;
    private final Vertx vertx;

    MonthAlignment(ReadingRepository readings, HistoryRepository history, ReadingMonths months, Vertx vertx) {
        this.vertx = vertx;
        this.readings = readings;
        this.history = history;
        this.months = months;
    }

    /** What was told of is only where to look, however old it is. */
    @WithTransaction
    Uni<Void> follow(List<PostRead> reads) {
        return readings.hold(reads).chain(this::raise);
    }

    /** In the background; whatever becomes of it, the next reader sees that it is still needed. */
    void repair(UUID memberId, YearMonth month, Collection<UUID> written) {
        Background.run(
                vertx,
                () -> Panache.withTransaction(() -> history.hold(memberId, month)
                        .chain(rows -> raise(rows).chain(() -> months.drop(memberId, month, gone(written, rows))))),
                done -> {},
                failure -> LOG.warnf(
                        "a month was not repaired (%s)", failure.getClass().getName()));
    }

    /** All of the member's months. */
    @WithTransaction
    Uni<Void> rebuild(UUID memberId) {
        return readings.hold(memberId).chain(this::raise);
    }

    private Uni<Void> raise(List<Reading> rows) {
        Map<Key, List<Reading>> byMonth =
                rows.stream().collect(groupingBy(reading -> new Key(reading.memberId(), reading.month())));
        return Multi.createFrom()
                .iterable(byMonth.entrySet())
                .onItem()
                .transformToUni(entry ->
                        months.raise(entry.getKey().memberId(), entry.getKey().month(), entry.getValue()))
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private static Set<UUID> gone(Collection<UUID> written, List<Reading> rows) {
        Set<UUID> gone = new HashSet<>(written);
        rows.forEach(reading -> gone.remove(reading.postId()));
        return gone;
    }
}
