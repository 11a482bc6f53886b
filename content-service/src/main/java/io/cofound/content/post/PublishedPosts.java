package io.cofound.content.post;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** Posts that other features name. Who may read in their communities is for the caller to decide. */
@ApplicationScoped
public class PublishedPosts {

    /** By their ids; those that others do not see are absent. Needs a session. */
    public Uni<Map<UUID, PublishedPost>> of(Collection<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select p.id, p.community_id, r.type, r.title from post p
                                join post_revision r on r.post_id = p.id and r.number = p.published_revision
                                where p.id = any(?1)""", Object[].class)
                        .setParameter(1, ids.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(PublishedPosts::post).collect(toMap(PublishedPost::id, identity())));
    }

    private static PublishedPost post(Object[] row) {
        return new PublishedPost((UUID) row[0], (UUID) row[1], PostType.valueOf((String) row[2]), (String) row[3]);
    }
}
