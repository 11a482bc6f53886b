package io.cofound.content.series;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** Which posts a series has, seen or not. */
@ApplicationScoped
class StepRepository {

    /** Post ids in their order, by the series' ids; a series without posts is absent. */
    Uni<Map<UUID, List<UUID>>> of(List<UUID> seriesIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select series_id, post_id from series_post where series_id = any(?1)
                                order by series_id, position""", Object[].class)
                        .setParameter(1, seriesIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(groupingBy(row -> (UUID) row[0], mapping(row -> (UUID) row[1], toList()))));
    }

    Uni<Void> replace(UUID seriesId, List<UUID> postIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from series_post where series_id = ?1")
                        .setParameter(1, seriesId)
                        .executeUpdate()
                        .chain(() -> session.createNativeQuery("""
                                        insert into series_post (series_id, post_id, position)
                                        select ?1, t.id, t.position
                                        from unnest(cast(?2 as uuid[])) with ordinality as t(id, position)""")
                                .setParameter(1, seriesId)
                                .setParameter(2, postIds.toArray(UUID[]::new))
                                .executeUpdate()))
                .replaceWithVoid();
    }
}
