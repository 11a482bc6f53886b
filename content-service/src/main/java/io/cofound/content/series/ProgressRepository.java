package io.cofound.content.series;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

/** What members are done with. */
@ApplicationScoped
class ProgressRepository {

    /** When a member began a series. */
    record Start(UUID seriesId, Instant startedAt) {}

    /** As in the member's export. */
    record DoneStep(UUID seriesId, UUID postId, Instant doneAt) {}

    Uni<Void> mark(UUID memberId, UUID seriesId, UUID postId, Instant at) {
        return execute("""
                insert into series_start (member_id, series_id, started_at) values (?1, ?2, ?3)
                on conflict do nothing""", memberId, seriesId, at).chain(() -> execute("""
                        insert into series_progress (member_id, series_id, post_id, done_at) values (?1, ?2, ?3, ?4)
                        on conflict do nothing""", memberId, seriesId, postId, at));
    }

    /** A series without anything done is not begun. */
    Uni<Void> unmark(UUID memberId, UUID seriesId, UUID postId) {
        return execute(
                        "delete from series_progress where member_id = ?1 and series_id = ?2 and post_id = ?3",
                        memberId,
                        seriesId,
                        postId)
                .chain(() -> execute("""
                        delete from series_start where member_id = ?1 and series_id = ?2
                            and not exists (
                                select 1 from series_progress where member_id = ?1 and series_id = ?2)""", memberId, seriesId));
    }

    /** Post ids by the series' ids; a series with nothing done is absent. */
    Uni<Map<UUID, Set<UUID>>> done(UUID memberId, List<UUID> seriesIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select series_id, post_id from series_progress
                                where member_id = ?1 and series_id = any(?2)""", Object[].class)
                        .setParameter(1, memberId)
                        .setParameter(2, seriesIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (UUID) row[1], toSet()))));
    }

    /** What the member has begun and may read, begun last first. */
    Uni<List<Start>> started(UUID memberId, PageRequest page) {
        String after = page.after().isPresent() ? " and (t.started_at, t.series_id) < (?3, ?4)" : "";
        return Panache.getSession()
                .chain(session -> {
                    var rows = session.createNativeQuery(
                                    """
                                    select t.series_id, t.started_at from series_start t
                                    join series s on s.id = t.series_id join community c on c.id = s.community_id
                                    where t.member_id = ?1 and (c.visibility = 'PUBLIC' or exists (
                                        select 1 from membership m
                                        where m.member_id = ?1 and m.community_id = c.id and m.active))""" + after + " order by t.started_at desc, t.series_id desc limit ?2",
                                    Object[].class)
                            .setParameter(1, memberId)
                            .setParameter(2, page.fetchSize());
                    page.after().ifPresent(cursor -> rows.setParameter(3, cursor.at())
                            .setParameter(4, cursor.id()));
                    return rows.getResultList();
                })
                .map(rows -> rows.stream()
                        .map(row -> new Start((UUID) row[0], ((OffsetDateTime) row[1]).toInstant()))
                        .toList());
    }

    Uni<List<DoneStep>> doneBy(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select series_id, post_id, done_at from series_progress where member_id = ?1
                                order by series_id, done_at, post_id""", Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new DoneStep((UUID) row[0], (UUID) row[1], ((OffsetDateTime) row[2]).toInstant()))
                        .toList());
    }

    Uni<Void> deleteOf(UUID memberId, Instant until) {
        return execute("delete from series_progress where member_id = ?1 and done_at <= ?2", memberId, until)
                .chain(() -> execute("""
                        delete from series_start t where t.member_id = ?1 and t.started_at <= ?2
                            and not exists (select 1 from series_progress p
                                where p.member_id = t.member_id and p.series_id = t.series_id)""", memberId, until));
    }

    private static Uni<Void> execute(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        query.setParameter(i + 1, parameters[i]);
                    }
                    return query.executeUpdate();
                })
                .replaceWithVoid();
    }
}
