package io.cofound.content.follow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.privacy.ErasedMembers;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Who follows whom. An older revision never replaces a newer one, so events may come again and in any order. */
@ApplicationScoped
public class Follows {

    private static final String KEEP = """
            insert into follow (id, revision, follower_id, followed_id, active, changed_at) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (id) do update
            set revision = excluded.revision, active = excluded.active, changed_at = excluded.changed_at
            where follow.revision < excluded.revision""";

    private final ErasedMembers erased;

    Follows(ErasedMembers erased) {
        this.erased = erased;
    }

    @WithTransaction
    Uni<Void> keep(FollowCopy copy) {
        return isForgotten(copy)
                .chain(forgotten -> forgotten
                        ? execute("delete from follow where id = ?1 and revision <= ?2", copy.id(), copy.revision())
                        : execute(
                                KEEP,
                                copy.id(),
                                copy.revision(),
                                copy.followerId(),
                                copy.followedId(),
                                copy.active(),
                                copy.changedAt()))
                .replaceWithVoid();
    }

    /** Either of the two: it says something of both. */
    private Uni<Boolean> isForgotten(FollowCopy copy) {
        return erased.isErased(copy.followerId(), copy.changedAt())
                .chain(forgotten ->
                        forgotten ? Uni.createFrom().item(true) : erased.isErased(copy.followedId(), copy.changedAt()));
    }

    /**
     * Some of those who follow the member, by ascending id. Needs a session.
     *
     * @param after the last one of the batch before; an id of zeros for the first
     */
    public Uni<List<UUID>> followersOf(UUID memberId, UUID after, int limit) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select follower_id from follow where followed_id = ?1 and active and follower_id > ?2
                                order by follower_id limit ?3""", UUID.class)
                .setParameter(1, memberId)
                .setParameter(2, after)
                .setParameter(3, limit)
                .getResultList());
    }

    /** Some of those who follow anybody, by ascending id, as {@link #followersOf}. Needs a session. */
    public Uni<List<UUID>> followersAfter(UUID after, int limit) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                select distinct follower_id from follow where active and follower_id > ?1
                                order by follower_id limit ?2""", UUID.class)
                .setParameter(1, after)
                .setParameter(2, limit)
                .getResultList());
    }

    /** Whom the member follows, and how that last changed. Needs a session. */
    Uni<List<Object[]>> of(UUID followerId) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select followed_id, cast(extract(epoch from changed_at) * 1000000 as bigint) from follow
                        where follower_id = ?1 and active order by changed_at, id""", Object[].class)
                .setParameter(1, followerId)
                .getResultList());
    }

    /** In both directions. */
    Uni<Void> forget(UUID memberId, Instant until) {
        return execute(
                        "delete from follow where (follower_id = ?1 or followed_id = ?1) and changed_at <= ?2",
                        memberId,
                        until)
                .chain(() -> execute("delete from wide_author where author_id = ?1", memberId))
                .replaceWithVoid();
    }

    private static Uni<Integer> execute(String sql, Object... parameters) {
        return Panache.getSession().chain(session -> {
            var query = session.createNativeQuery(sql);
            for (int i = 0; i < parameters.length; i++) {
                query.setParameter(i + 1, parameters[i]);
            }
            return query.executeUpdate();
        });
    }
}
