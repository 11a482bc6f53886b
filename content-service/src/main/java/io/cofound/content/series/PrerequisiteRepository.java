package io.cofound.content.series;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Which series come before which. */
@ApplicationScoped
class PrerequisiteRepository {

    /** By their titles. */
    Uni<List<SeriesLink>> of(UUID seriesId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select s.id, s.title from series_prerequisite p join series s on s.id = p.prerequisite_id
                                where p.series_id = ?1 order by s.title, s.id""", Object[].class)
                        .setParameter(1, seriesId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new SeriesLink((UUID) row[0], (String) row[1]))
                        .toList());
    }

    /** Nobody else changes what comes before a series of the community until the caller's transaction has ended. */
    Uni<Void> hold(UUID communityId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from pg_advisory_xact_lock(hashtextextended('series ' || ?1, 0))",
                                Long.class)
                        .setParameter(1, communityId.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Whether all of them are series of the community. */
    Uni<Boolean> areOf(UUID communityId, List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from series where id = any(?1) and community_id = ?2", Long.class)
                        .setParameter(1, ids.toArray(UUID[]::new))
                        .setParameter(2, communityId)
                        .getSingleResult())
                .map(count -> count == ids.size());
    }

    /** Whether the series is among these, or comes before one of them over any number of others. */
    Uni<Boolean> leadTo(UUID seriesId, List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                with recursive earlier(id) as (
                                    select unnest(cast(?1 as uuid[]))
                                    union
                                    select p.prerequisite_id from series_prerequisite p
                                    join earlier e on p.series_id = e.id)
                                select count(*) from earlier where id = ?2""", Long.class)
                        .setParameter(1, ids.toArray(UUID[]::new))
                        .setParameter(2, seriesId)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<Void> replace(UUID seriesId, List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from series_prerequisite where series_id = ?1")
                        .setParameter(1, seriesId)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                        insert into series_prerequisite (series_id, prerequisite_id)
                                        select ?1, unnest(cast(?2 as uuid[]))""")
                                .setParameter(1, seriesId)
                                .setParameter(2, ids.toArray(UUID[]::new))
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
