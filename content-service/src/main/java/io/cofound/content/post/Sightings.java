package io.cofound.content.post;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Standing;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** {@link PostGate} for many readers of many posts at once, by the same rule. */
@ApplicationScoped
public class Sightings {

    /** Somebody, signed in, at a post. */
    public record Sighting(Reader reader, UUID postId) {}

    /**
     * Those that see, with the community of the post; the posts are there until the caller's transaction ends.
     */
    public Uni<Map<Sighting, UUID>> among(Collection<Sighting> sightings) {
        JsonArray asked = new JsonArray();
        sightings.forEach(sighting -> asked.add(new JsonObject()
                .put("member", sighting.reader.id().toString())
                .put("moderator", sighting.reader.moderator())
                .put("post", sighting.postId.toString())));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select f.member, f.moderator, p.id, p.community_id, p.author_id,
                                    p.published_revision is not null, c.visibility, c.moderation, c.archived, m.role
                                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb))
                                    as f(member uuid, moderator boolean, post uuid)
                                join post p on p.id = f.post
                                join community c on c.id = p.community_id
                                left join membership m
                                    on m.member_id = f.member and m.community_id = p.community_id and m.active
                                order by p.id for key share of p""", Object[].class)
                        .setParameter(1, asked.encode())
                        .getResultList())
                .map(rows -> {
                    Map<Sighting, UUID> seen = new HashMap<>();
                    rows.stream().filter(Sightings::sees).forEach(row -> seen.put(sighting(row), (UUID) row[3]));
                    return seen;
                });
    }

    private static boolean sees(Object[] row) {
        Reader reader = sighting(row).reader;
        Standing standing = new Standing(
                Visibility.valueOf((String) row[6]),
                ModerationMode.valueOf((String) row[7]),
                (boolean) row[8],
                row[9] == null ? null : CommunityRole.valueOf((String) row[9]));
        return reader.sees((UUID) row[4], (boolean) row[5], standing);
    }

    private static Sighting sighting(Object[] row) {
        return new Sighting(new Reader((UUID) row[0], (boolean) row[1]), (UUID) row[2]);
    }
}
