package io.cofound.community.churn;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Reads what members did until a day: those who consented to it, belong to the community on that day, and were active or
 * joined in the 90 days before. Who was away for longer is gone, and nothing is left to foresee. Every method joins the
 * caller's session.
 */
@ApplicationScoped
class BehaviourRepository {

    /** Members of one cut in a training. */
    static final int MOST_SNAPSHOTS = 20_000;

    private static final String CUT = "cast(?1 as date)";

    private static final String QUERY = """
            with standing as (
                select distinct on (community_id, member_id) community_id, member_id, joined,
                    cast(at at time zone 'UTC' as date) as day
                from membership_change
                where at < (cast(%1$s as timestamp) at time zone 'UTC') %2$s
                order by community_id, member_id, at desc, joined),
            candidate as materialized (
                select s.community_id, s.member_id, s.day from standing s
                join analytics_consent c on c.member_id = s.member_id and c.granted
                where s.joined)
            select c.member_id, %1$s - coalesce(a.last_day, c.day), a.days30, a.days90, a.posts, a.comments, a.seats,
                a.visits, %1$s - c.day, p.answered, p.ignored %3$s
            from candidate c
            cross join lateral (
                select max(d.day) as last_day, count(*) filter (where d.day >= %1$s - 30) as days30, count(*) as days90,
                    coalesce(sum(d.posts), 0) as posts, coalesce(sum(d.comments), 0) as comments,
                    coalesce(sum(d.seats), 0) as seats, coalesce(sum(d.visits), 0) as visits
                from activity_day d
                where d.community_id = c.community_id and d.member_id = c.member_id
                    and d.day >= %1$s - 90 and d.day < %1$s) a
            cross join lateral (
                select count(*) filter (where answered) as answered, count(*) filter (where not answered) as ignored
                from (select exists (
                        select from published_comment k where k.post_id = q.post_id and k.author_id <> q.author_id
                            and k.published_at < (cast(%1$s as timestamp) at time zone 'UTC')) as answered
                    from published_post q
                    where q.author_id = c.member_id and q.community_id = c.community_id and not q.removed
                        and q.published_at >= (cast(%1$s - 90 as timestamp) at time zone 'UTC')
                        and q.published_at < (cast(%1$s as timestamp) at time zone 'UTC')) own) p
            where a.last_day is not null or c.day >= %1$s - 90""";

    /** Parameters: the day, the community. */
    static final String IN_COMMUNITY = QUERY.formatted(CUT, "and community_id = ?2", "");

    /** Parameter: the day; with whether the 30 days from then on went by without activity. */
    static final String EVERYWHERE = QUERY.formatted(CUT, "", """
                    , not exists (
                        select from activity_day n
                        where n.community_id = c.community_id and n.member_id = c.member_id
                            and n.day >= %1$s and n.day < %1$s + 30)""".formatted(CUT)) + """

            order by hashtext(cast(c.member_id as text)), c.community_id limit %d""".formatted(MOST_SNAPSHOTS);

    record MemberBehaviour(UUID memberId, Behaviour behaviour) {}

    Uni<List<MemberBehaviour>> inCommunity(UUID communityId, LocalDate cut) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(IN_COMMUNITY, Object[].class)
                        .setParameter(1, cut)
                        .setParameter(2, communityId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new MemberBehaviour((UUID) row[0], behaviour(row)))
                        .toList());
    }

    /** Of all communities, with what came after; at most {@value #MOST_SNAPSHOTS}. */
    Uni<List<Snapshot>> everywhere(LocalDate cut) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EVERYWHERE, Object[].class)
                        .setParameter(1, cut)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Snapshot((UUID) row[0], behaviour(row), (Boolean) row[11]))
                        .toList());
    }

    private static Behaviour behaviour(Object[] row) {
        return new Behaviour(
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]),
                number(row[9]),
                number(row[10]));
    }

    private static int number(Object value) {
        return ((Number) value).intValue();
    }
}
