package io.cofound.community.follow;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class FollowRepository implements PanacheRepositoryBase<Follow, UUID> {

    static final String BETWEEN = "select * from follow where follower_id = ?1 and followed_id = ?2";

    private static final String OF_FOLLOWER = """
            select f.* from follow f join member m on m.id = f.followed_id
            where f.follower_id = ?2 and f.active and m.erased_at is null""";
    private static final String LATEST_FIRST = " order by f.since desc, f.id desc limit ?1";

    static final String FOLLOWING = OF_FOLLOWER + LATEST_FIRST;
    static final String FOLLOWING_AFTER = OF_FOLLOWER + " and (f.since, f.id) < (?3, ?4)" + LATEST_FIRST;

    static final String ALL_OF = "select * from follow where follower_id = ?1 order by since, id";
    static final String DELETE_AROUND = "delete from follow where follower_id = ?1 or followed_id = ?1 returning id";

    /** Null where the one never followed the other. */
    Uni<Follow> between(UUID followerId, UUID followedId) {
        return getSession().chain(session -> session.createNativeQuery(BETWEEN, Follow.class)
                .setParameter(1, followerId)
                .setParameter(2, followedId)
                .getSingleResultOrNull());
    }

    /** Whom the member follows now, latest first. */
    Uni<List<Follow>> following(UUID followerId, PageRequest page) {
        return getSession().chain(session -> {
            var query = session.createNativeQuery(page.after().isPresent() ? FOLLOWING_AFTER : FOLLOWING, Follow.class)
                    .setParameter(1, page.fetchSize())
                    .setParameter(2, followerId);
            page.after().ifPresent(cursor -> query.setParameter(3, cursor.at()).setParameter(4, cursor.id()));
            return query.getResultList();
        });
    }

    /** Whom the member follows or ever followed. */
    Uni<List<Follow>> allOf(UUID followerId) {
        return getSession().chain(session -> session.createNativeQuery(ALL_OF, Follow.class)
                .setParameter(1, followerId)
                .getResultList());
    }

    /** @return the ids of those that were */
    Uni<List<UUID>> deleteAround(UUID memberId) {
        return getSession().chain(session -> session.createNativeQuery(DELETE_AROUND, UUID.class)
                .setParameter(1, memberId)
                .getResultList());
    }
}
