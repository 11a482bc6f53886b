package io.cofound.content.feed;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What PostgreSQL knows of the posts of those whom a member follows, without regard to who may read them. */
@ApplicationScoped
class FollowedPosts {

    /** So that one who writes a lot does not make building the feed of a follower long. */
    private static final int OF_EACH = 50;

    private static final String NARROW = "not exists (select 1 from wide_author w where w.author_id = f.followed_id)";

    private static final String STATE = """
            select count(*), coalesce(bit_xor(hashtextextended(concat(f.followed_id, ' ', f.revision), 0)), 0),
                coalesce(cast(extract(epoch from max(n.published_at)) * 1000000 as bigint), 0)
            from follow f left join lateral (
                select p.published_at from feed_post p where p.author_id = f.followed_id
                order by p.published_at desc, p.post_id desc limit 1) n on %s
            where f.follower_id = ?1 and f.active""".formatted(NARROW);

    private static final String LATEST = """
            with recent as materialized (
                select x.post_id, x.at, x.nth
                from (select distinct followed_id from follow where follower_id = ?1 and active) f
                cross join lateral (
                    select p.post_id, cast(extract(epoch from p.published_at) * 1000000 as bigint) as at,
                        row_number() over (order by p.published_at desc, p.post_id desc) as nth
                    from feed_post p where p.author_id = f.followed_id
                    order by p.published_at desc, p.post_id desc limit %1$d) x
                where %2$s)
            select post_id, at, (select coalesce(max(at), 0) from recent where nth = %1$d)
            from recent order by at desc, post_id desc limit %3$d""".formatted(OF_EACH, NARROW, HomeFeed.LONGEST);

    /**
     * @param followed how many members the member follows
     * @param follows stands for exactly these, each followed since exactly then
     * @param newest when the newest of their posts was published, but of wide authors'; microseconds since 1970, 0 for none
     */
    record State(long followed, long follows, long newest) {}

    /** Needs a session. */
    Uni<State> state(UUID memberId) {
        return rows(STATE, memberId)
                .map(List::getFirst)
                .map(row -> new State((long) row[0], (long) row[1], (long) row[2]));
    }

    /** What a home feed starts with. Needs a session. */
    Uni<HomeFeed> latest(UUID memberId, long follows) {
        return rows(LATEST, memberId)
                .map(rows -> HomeFeed.of(
                        follows,
                        rows.stream()
                                .map(row -> new HomeFeed.Entry((UUID) row[0], (long) row[1]))
                                .toList(),
                        rows.isEmpty() ? 0 : (long) rows.getFirst()[2]));
    }

    private static Uni<List<Object[]>> rows(String sql, UUID memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Object[].class)
                .setParameter(1, memberId)
                .getResultList());
    }
}
