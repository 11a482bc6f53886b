package io.cofound.community.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Adds up facts. Every query is asked for one community from a day, which is the first of a week where weeks are told
 * apart, to the day before another; weeks are counted from 0. Every method joins the caller's session.
 */
@ApplicationScoped
class FiguresRepository {

    private static final String FROM = "(cast(cast(?2 as date) as timestamp) at time zone 'UTC')";
    private static final String END = "(cast(cast(?3 as date) as timestamp) at time zone 'UTC')";

    /** One row: members on the last day, on the last seven, on all, and days that members were active on. */
    static final String ACTIVE = """
            select count(distinct member_id) filter (where day >= cast(?3 as date) - 1),
                count(distinct member_id) filter (where day >= cast(?3 as date) - 7),
                count(distinct member_id), count(*)
            from activity_day where community_id = ?1 and day >= cast(?2 as date) and day < cast(?3 as date)""";

    /** Week, members active, of them active in the week before, of them active for the first time. */
    static final String WEEKS = """
            with active as (
                select distinct member_id, (day - cast(?2 as date)) / 7 as week from activity_day
                where community_id = ?1 and day >= cast(?2 as date) and day < cast(?3 as date)),
            followed as (
                select week, lag(week) over (partition by member_id order by week) = week - 1 as continued from active),
            newcomer as (
                select (day - cast(?2 as date)) / 7 as week, count(*) as members from first_activity
                where community_id = ?1 and day >= cast(?2 as date) and day < cast(?3 as date) group by 1)
            select week, count(*), count(*) filter (where continued),
                coalesce((select members from newcomer where newcomer.week = followed.week), 0)
            from followed group by week""";

    /** Week of joining, week of activity or -1 for all who joined, members. */
    static final String COHORTS = """
            with cohort as materialized (
                select member_id, (cast(min(at) at time zone 'UTC' as date) - cast(?2 as date)) / 7 as week
                from membership_change where community_id = ?1 and joined
                group by member_id having min(at) >= %1$s and min(at) < %2$s),
            active as (
                select distinct member_id, (day - cast(?2 as date)) / 7 as week from activity_day
                where community_id = ?1 and day >= cast(?2 as date) and day < cast(?3 as date))
            select cohort.week as joined, active.week as active, count(*) from cohort join active using (member_id)
            where active.week >= cohort.week group by 1, 2
            union all select week, -1, count(*) from cohort group by 1""".formatted(FROM, END);

    /** One row: questions, of them answered, median and 90th percentile of the seconds; posts, of them unanswered. */
    static final String POSTS = """
            with post as (
                select question, cast(extract(epoch from (
                        select min(c.published_at) from published_comment c
                        where c.post_id = p.post_id and c.author_id <> p.author_id and c.published_at < %2$s
                    ) - p.published_at) as double precision) as seconds
                from published_post p
                where community_id = ?1 and not removed and published_at >= %1$s and published_at < %2$s)
            select count(*) filter (where question), count(seconds) filter (where question),
                percentile_cont(0.5) within group (order by seconds) filter (where question),
                percentile_cont(0.9) within group (order by seconds) filter (where question),
                count(*), count(*) - count(seconds)
            from post""".formatted(FROM, END);

    /** Number of posts and comments, members who published as many. */
    static final String CONTRIBUTIONS = """
            select published, count(*) from (
                select sum(posts + comments) as published from activity_day
                where community_id = ?1 and day >= cast(?2 as date) and day < cast(?3 as date)
                group by member_id having sum(posts + comments) > 0) contributor
            group by published""";

    /** Hour of the day, what members did. */
    static final String HOURS = """
            select cast(extract(hour from at at time zone 'UTC') as int), count(*) from activity
            where community_id = ?1 and at >= %s and at < %s group by 1""".formatted(FROM, END);

    Uni<Object[]> one(String sql, UUID communityId, LocalDate from, LocalDate end) {
        return all(sql, communityId, from, end).map(List::getFirst);
    }

    Uni<List<Object[]>> all(String sql, UUID communityId, LocalDate from, LocalDate end) {
        return Panache.getSession().chain(session -> session.createNativeQuery(sql, Object[].class)
                .setParameter(1, communityId)
                .setParameter(2, from)
                .setParameter(3, end)
                .getResultList());
    }
}
