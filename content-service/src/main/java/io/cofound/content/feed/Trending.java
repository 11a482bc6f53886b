package io.cofound.content.feed;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Scores posts of the last {@value #DAYS} days: {@code log2(1 + reads + 3 reactions + 4 bookmarks + 5 comments)} plus the
 * days since 1970 on which it was published. That orders them as the logarithm minus the age in days would, at any moment:
 * being a day younger is worth as much as twice the attention. But the score of a post to which nothing happens stays as
 * it is, so a snapshot writes only what changed.
 */
@ApplicationScoped
class Trending {

    static final int DAYS = 30;

    /** Two nodes take turns rather than take twice as many. */
    private static final Duration LEAST_AGE = Duration.ofSeconds(30);

    private static final String TAKE = """
            with stamp as (
                insert into trending_snapshot (taken_at)
                select now() where not exists (
                    select 1 from trending_snapshot where taken_at > now() - cast(?1 as double precision) * interval '1 second')
                returning number),
            kept as (
                select coalesce(min(number), (select number from stamp)) as oldest from trending_snapshot
                where taken_at >= now() - interval '1 hour'),
            scored as materialized (
                select p.post_id, p.community_id, p.type, p.shared,
                    ln(cast(1 + coalesce(k.reads + 3 * k.reactions + 4 * k.bookmarks + 5 * k.comments, 0)
                        as double precision)) / ln(cast(2 as double precision))
                    + cast(extract(epoch from p.published_at) as double precision) / 86400 as score
                from feed_post p left join post_counters k on k.post_id = p.post_id
                where p.published_at > now() - interval '%1$d days' and exists (select 1 from stamp)),
            ended as (
                update trending_post t set until = stamp.number from stamp
                where t.until = %2$d and not exists (
                    select 1 from scored s where s.post_id = t.post_id and s.score = t.score
                        and s.community_id = t.community_id and s.type = t.type and s.shared = t.shared)),
            begun as (
                insert into trending_post (post_id, since, until, score, community_id, type, shared)
                select s.post_id, stamp.number, %2$d, s.score, s.community_id, s.type, s.shared
                from scored s cross join stamp
                where not exists (
                    select 1 from trending_post t where t.until = %2$d and s.post_id = t.post_id and s.score = t.score
                        and s.community_id = t.community_id and s.type = t.type and s.shared = t.shared)),
            forgotten as (
                delete from trending_post where until < %2$d and until <= (select oldest from kept)),
            dropped as (
                delete from trending_snapshot where number < (select oldest from kept))
            select count(*) from stamp""".formatted(DAYS, Long.MAX_VALUE);

    /** A minute keeps what is shown fresh and is long against the part of a second that it takes. */
    @Scheduled(
            identity = "trending",
            every = "${cofound.trending.every:1m}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return take(LEAST_AGE).replaceWithVoid();
    }

    /**
     * Takes a snapshot, unless another node does.
     *
     * @param leastAge of the last one
     */
    Uni<Boolean> take(Duration leastAge) {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended('trending', 0))", Boolean.class)
                .getSingleResult()
                .chain(alone -> alone
                        ? session.createNativeQuery(TAKE, Long.class)
                                .setParameter(1, (double) leastAge.toSeconds())
                                .getSingleResult()
                                .map(taken -> taken == 1)
                        : Uni.createFrom().item(false))));
    }

    /** The wanted snapshot while it is kept, else the newest; 0 before there is one. Needs a session. */
    Uni<Long> snapshot(long wanted) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                        select coalesce((select number from trending_snapshot where number = ?1),
                            (select max(number) from trending_snapshot), 0)""", Long.class)
                .setParameter(1, wanted)
                .getSingleResult());
    }
}
