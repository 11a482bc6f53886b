package io.cofound.content.counter;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import static java.util.stream.Collectors.toMap;

/**
 * Counts what happens to posts, in the transaction in which it happens: a counter is what a recount would say, after a
 * crash as well. Every change also counts the post's {@code revision} here up, by which a reader tells newer from older, and a change of comments the {@code commentsRevision}, which no other does.
 */
@ApplicationScoped
public class Counters {

    /**
     * Needs a transaction, and locks the post's counters until its end: who changes several posts goes by their ids in
     * ascending order.
     *
     * @param change may be negative, or zero if something that is counted changed otherwise
     */
    public Uni<Void> add(UUID postId, Counter counter, long change) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into post_counters as c (post_id, %1$s, revision, comments_revision)
                                values (?1, ?2, 1, ?3)
                                on conflict (post_id) do update
                                set %1$s = c.%1$s + excluded.%1$s, revision = c.revision + 1,
                                    comments_revision = c.comments_revision + excluded.comments_revision""".formatted(counter.column()))
                        .setParameter(1, postId)
                        .setParameter(2, change)
                        .setParameter(3, counter == Counter.COMMENTS ? 1L : 0L)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** As {@link #add(UUID, Counter, long)}, of several posts: one statement, in the order of their ids. */
    public Uni<Void> add(Map<UUID, Long> changes, Counter counter) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        JsonArray rows = new JsonArray();
        changes.forEach((postId, change) ->
                rows.add(new JsonObject().put("post", postId.toString()).put("change", change)));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into post_counters as c (post_id, %1$s, revision)
                                select post, change, 1
                                from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f(post uuid, change bigint)
                                order by post
                                on conflict (post_id) do update
                                set %1$s = c.%1$s + excluded.%1$s, revision = c.revision + 1""".formatted(counter.column()))
                        .setParameter(1, rows.encode())
                        .executeUpdate())
                .replaceWithVoid();
    }

    public Uni<Void> subtract(Map<UUID, Long> fewer, Counter counter) {
        return add(fewer.entrySet().stream().collect(toMap(Map.Entry::getKey, change -> -change.getValue())), counter);
    }

    /** By post id; a post of which nothing was counted yet is absent. Needs a session. */
    public Uni<Map<UUID, Counts>> of(List<UUID> postIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select post_id, comments, reactions, bookmarks, reads from post_counters
                                where post_id = any(?1)""", Object[].class)
                        .setParameter(1, postIds.toArray(UUID[]::new))
                        .getResultList())
                .map(rows -> rows.stream().collect(toMap(row -> (UUID) row[0], Counters::counts)));
    }

    private static Counts counts(Object[] row) {
        return new Counts((long) row[1], (long) row[2], (long) row[3], (long) row[4]);
    }
}
