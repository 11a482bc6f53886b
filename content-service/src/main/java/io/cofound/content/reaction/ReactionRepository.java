package io.cofound.content.reaction;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class ReactionRepository {

    record OwnReaction(UUID postId, ReactionKind kind, Instant reactedAt) {}

    /** Kinds that nobody chose are absent. */
    Uni<Map<ReactionKind, Long>> counts(UUID postId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind, count(*) from reaction where post_id = ?1 group by kind", Object[].class)
                        .setParameter(1, postId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .collect(toMap(row -> ReactionKind.valueOf((String) row[0]), row -> (Long) row[1])));
    }

    Uni<List<ReactionKind>> own(UUID postId, UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select kind from reaction where post_id = ?1 and member_id = ?2 order by reacted_at, kind",
                                String.class)
                        .setParameter(1, postId)
                        .setParameter(2, memberId)
                        .getResultList())
                .map(kinds -> kinds.stream().map(ReactionKind::valueOf).toList());
    }

    /** How many rows were added: none where it is there already. */
    Uni<Integer> add(UUID postId, UUID memberId, ReactionKind kind) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                insert into reaction (post_id, member_id, kind, reacted_at) values (?1, ?2, ?3, ?4)
                                on conflict do nothing""")
                .setParameter(1, postId)
                .setParameter(2, memberId)
                .setParameter(3, kind.name())
                .setParameter(4, Instant.now().truncatedTo(ChronoUnit.MICROS))
                .executeUpdate());
    }

    Uni<Integer> remove(UUID postId, UUID memberId, ReactionKind kind) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "delete from reaction where post_id = ?1 and member_id = ?2 and kind = ?3")
                .setParameter(1, postId)
                .setParameter(2, memberId)
                .setParameter(3, kind.name())
                .executeUpdate());
    }

    Uni<List<OwnReaction>> of(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select post_id, kind, reacted_at from reaction where member_id = ?1 order by reacted_at",
                                Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new OwnReaction(
                                (UUID) row[0],
                                ReactionKind.valueOf((String) row[1]),
                                ((OffsetDateTime) row[2]).toInstant()))
                        .toList());
    }

    /** How many went, by post. */
    Uni<Map<UUID, Long>> removeOf(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from reaction where member_id = ?1 and reacted_at <= ?2 returning post_id",
                                UUID.class)
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .getResultList())
                .map(posts -> posts.stream().collect(groupingBy(post -> post, counting())));
    }
}
