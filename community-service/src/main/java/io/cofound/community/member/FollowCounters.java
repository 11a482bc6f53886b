package io.cofound.community.member;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * How many follow a member and how many a member follows, counted as it happens. Not a part of the profile that a
 * member edits, so the revision does not change. Every method joins the caller's transaction.
 */
@ApplicationScoped
public class FollowCounters {

    /** In one order whoever follows whom, so that two who follow each other at once do not wait for each other. */
    static final String HOLD_BOTH = """
            select id from member where id in (?1, ?2) and erased_at is null order by id for no key update""";

    static final String HOLD_ALL_AROUND = """
            select id from member where id in (
                select ?1 union
                select followed_id from follow where follower_id = ?1 union
                select follower_id from follow where followed_id = ?1)
            order by id for no key update""";

    static final String COUNT = """
            update member set following_count = following_count + case id when ?1 then ?3 else 0 end,
                follower_count = follower_count + case id when ?2 then ?3 else 0 end
            where id in (?1, ?2)""";

    static final String DISCOUNT_FOLLOWED = """
            update member set follower_count = follower_count - 1
            where id in (select followed_id from follow where follower_id = ?1 and active)""";

    static final String DISCOUNT_FOLLOWERS = """
            update member set following_count = following_count - 1
            where id in (select follower_id from follow where followed_id = ?1 and active)""";

    /**
     * Makes others who change what is between the two wait for the caller's transaction to end.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when one of them is not, or no longer, a member
     */
    public Uni<Void> holdBoth(UUID followerId, UUID followedId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD_BOTH, UUID.class)
                        .setParameter(1, followerId)
                        .setParameter(2, followedId)
                        .getResultList())
                .invoke(held -> {
                    if (held.size() < 2) {
                        throw Problem.notFound("member");
                    }
                })
                .replaceWithVoid();
    }

    /** One more, for {@code by} = 1, or one less, for -1. The caller holds both. */
    public Uni<Void> count(UUID followerId, UUID followedId, int by) {
        return update(COUNT, followerId, followedId, by);
    }

    /** Takes a member out of everybody's count, and everybody out of the member's, before the follows are deleted. */
    public Uni<Void> discount(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HOLD_ALL_AROUND, UUID.class)
                        .setParameter(1, memberId)
                        .getResultList())
                .chain(() -> update(DISCOUNT_FOLLOWED, memberId))
                .chain(() -> update(DISCOUNT_FOLLOWERS, memberId))
                .chain(() ->
                        update("update member set follower_count = 0, following_count = 0 where id = ?1", memberId));
    }

    private static Uni<Void> update(String sql, Object... parameters) {
        return Panache.getSession()
                .chain(session -> {
                    var statement = session.createNativeQuery(sql);
                    for (int i = 0; i < parameters.length; i++) {
                        statement.setParameter(i + 1, parameters[i]);
                    }
                    return statement.executeUpdate();
                })
                .replaceWithVoid();
    }
}
