package io.cofound.content.reading;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.Cursor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** The history as its member sees it. Every method joins the caller's session. */
@ApplicationScoped
class HistoryRepository {

    private static final String IN_MONTH =
            " from reading where member_id = :member and first_read_at >= :from and first_read_at < :to";

    private static final String MONTH =
            "select member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at" + IN_MONTH;

    /** A range of an index, without its rows. */
    Uni<Long> count(UUID memberId, YearMonth month) {
        return Panache.getSession().chain(session -> session.createNativeQuery("select count(*)" + IN_MONTH, Long.class)
                .setParameter("member", memberId)
                .setParameter("from", start(month))
                .setParameter("to", start(month.plusMonths(1)))
                .getSingleResult());
    }

    /** Latest first, at most {@code limit}. */
    Uni<List<Reading>> month(UUID memberId, YearMonth month, Optional<Cursor> after, int limit) {
        String from = after.isPresent() ? " and (first_read_at, post_id) < (:at, :id)" : "";
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                                    MONTH + from + " order by first_read_at desc, post_id desc", Object[].class)
                            .setParameter("member", memberId)
                            .setParameter("from", start(month))
                            .setParameter("to", start(month.plusMonths(1)))
                            .setMaxResults(limit);
                    after.ifPresent(
                            cursor -> query.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
                    return query.getResultList();
                })
                .map(ReadingRepository::readings);
    }

    /** All of the month; none of it goes before the caller's transaction has ended. */
    Uni<List<Reading>> hold(UUID memberId, YearMonth month) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(MONTH + " order by post_id for key share", Object[].class)
                        .setParameter("member", memberId)
                        .setParameter("from", start(month))
                        .setParameter("to", start(month.plusMonths(1)))
                        .getResultList())
                .map(ReadingRepository::readings);
    }

    /** With the titles of the posts that the member may see now, and without what was forgotten meanwhile. */
    Uni<List<HistoryEntry>> named(UUID memberId, List<Reading> readings) {
        Map<UUID, Reading> byPost = readings.stream().collect(toMap(Reading::postId, identity()));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select d.post_id, p.community_id, case when
                                    exists (select from community c where c.id = p.community_id and c.visibility = 'PUBLIC')
                                    or exists (select from membership m where m.member_id = d.member_id
                                        and m.community_id = p.community_id and m.active)
                                    then r.title end
                                from reading d
                                join post p on p.id = d.post_id
                                left join post_revision r on r.post_id = p.id and r.number = p.published_revision
                                where d.member_id = ?1 and d.post_id = any(?2)""", Object[].class)
                        .setParameter(1, memberId)
                        .setParameter(2, byPost.keySet().toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Object[]> now = rows.stream().collect(toMap(row -> (UUID) row[0], identity()));
                    return readings.stream()
                            .map(reading -> now.containsKey(reading.postId())
                                    ? entry(reading, now.get(reading.postId()))
                                    : null)
                            .filter(Objects::nonNull)
                            .toList();
                });
    }

    private static HistoryEntry entry(Reading reading, Object[] post) {
        return new HistoryEntry(
                reading.postId(),
                (UUID) post[1],
                (String) post[2],
                reading.readings(),
                reading.dwellMillis() / 1_000,
                reading.depth(),
                reading.firstReadAt(),
                reading.lastReadAt());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
