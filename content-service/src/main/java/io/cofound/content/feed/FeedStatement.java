package io.cofound.content.feed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * The SQL of one part of a feed. What the reader may see, mutes and has read is decided in it. Whichever page it is, it
 * reads ranges of indexes from where the last page ended: of public posts, and of each other community of the reader; so
 * what others write where the reader may not read costs nothing.
 */
final class FeedStatement {

    private static final String MINE = """
            with mine as materialized (
                select m.community_id from membership m join community k on k.id = m.community_id
                where m.member_id = :reader and m.active and k.visibility <> 'PUBLIC')
            """;

    private static final String COMMUNITY = " join community c on c.id = p.community_id ";
    private static final String READABLE =
            "(c.visibility = 'PUBLIC' or p.community_id in (select community_id from mine))";
    private static final String FOLLOWED =
            "(select distinct followed_id from follow where follower_id = :reader and active)";
    private static final String IN_SNAPSHOT = " t.since <= :snapshot and t.until > :snapshot ";

    /** One by one: the planner knows too little of snapshots to see that this is cheaper than reading all of one. */
    private static final String SCORE_OF_POST = " cross join lateral (select t.post_id, t.score from trending_post t"
            + " where t.post_id = p.post_id and" + IN_SNAPSHOT + "limit 1) t ";

    private static final String UNREAD = " and not exists (select 1 from reading r"
            + " where r.member_id = :reader and r.post_id = p.post_id and r.first_read_at <= :asOf)";

    /** Times the page. */
    private static final int NEAR = 5;

    private static final String TIME = time("p");
    private static final String BY_TIME = byTime("p");
    private static final String BY_SCORE = " order by t.score desc, t.post_id desc limit ";
    private static final String BY_RANK = " order by rank desc, post_id desc limit ";

    private final FeedRequest request;
    private final FeedPart part;
    private final long snapshot;
    private final int limit;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param limit written into the text, as the planner shall know it */
    FeedStatement(FeedRequest request, FeedPart part, long snapshot, int limit) {
        this.request = request;
        this.part = part;
        this.snapshot = snapshot;
        this.limit = limit;
        parameters.put("reader", request.readerId());
    }

    /** Needs a session. */
    Uni<List<FeedRow>> list() {
        return rows(MINE + body());
    }

    /** Chosen from the home feed instead of from all posts, down to its floor. */
    Uni<List<FeedRow>> listFrom(HomeFeed home) {
        parameters.put("ids", home.postIds());
        parameters.put("floor", home.floorTime());
        return rows(MINE
                + """
                select post_id, rank from (
                    select p.post_id, %1$sfrom feed_post p%2$s
                    where p.post_id = any(:ids) and p.author_id in %3$s and %4$s
                    union
                    select x.post_id, x.rank from %3$s f join wide_author w on w.author_id = f.followed_id
                    cross join lateral (select p.post_id, %1$sfrom feed_post p%2$s
                        where p.author_id = f.followed_id and p.published_at > :floor and %4$s%5$s) x
                ) u""".formatted(
                        TIME, COMMUNITY, FOLLOWED, READABLE + chosen() + unread() + afterTime(), BY_TIME + limit)
                + BY_RANK
                + limit);
    }

    /**
     * The unread among the next posts of those who are followed, however few these are. Of each author the read ones are
     * not gone through, as {@link #list} has to.
     */
    Uni<List<FeedRow>> listNear() {
        return rows(MINE + "select p.post_id, p.rank from (" + following("", NEAR * limit) + ") p where true" + unread()
                + BY_RANK + limit);
    }

    private String body() {
        if (part == FeedPart.SEEN) {
            return seen();
        }
        return switch (request.sort()) {
            case LATEST -> latest();
            case TRENDING -> request.tag() == null ? trending() : trendingOfTag();
            case FOLLOWING -> following(unread(), limit);
        };
    }

    private String latest() {
        String select =
                "select p.post_id, " + TIME + "from " + (request.tag() == null ? "feed_post p" : "feed_post_tag p");
        String rest = chosen() + unread() + afterTime() + BY_TIME + limit;
        if (request.communityId() != null) {
            return select + " where " + inCommunity("p") + rest;
        }
        return everywhere(
                select + COMMUNITY + "and c.visibility = 'PUBLIC' where p.shared" + rest,
                select + " where p.community_id = mine.community_id" + rest);
    }

    private String trending() {
        String select = "select t.post_id, t.score as rank from trending_post t" + postOf("t");
        String rest = " and" + inSnapshot() + chosen() + unread()
                + (request.type() == null ? "" : " and t.type = :type") + afterScore() + BY_SCORE + limit;
        if (request.communityId() != null) {
            return select + " where t.community_id = :community and " + inCommunity("p") + rest;
        }
        return everywhere(
                select + COMMUNITY + "and c.visibility = 'PUBLIC' where t.shared" + rest,
                select + " where t.community_id = mine.community_id and p.community_id = mine.community_id" + rest);
    }

    /** By way of the tag's posts, which may be few among all. */
    private String trendingOfTag() {
        parameters.put("snapshot", snapshot);
        return "select t.post_id, t.score as rank from feed_post_tag p" + COMMUNITY + SCORE_OF_POST
                + "where p.published_at > now() - interval '" + Trending.DAYS + " days' and " + readable() + chosen()
                + unread() + afterScore() + BY_SCORE + limit;
    }

    private String following(String condition, int many) {
        return "select x.post_id, x.rank from " + FOLLOWED + " f cross join lateral (select p.post_id, " + TIME
                + "from feed_post p" + COMMUNITY + "where p.author_id = f.followed_id and " + readable() + chosen()
                + condition + afterTime() + BY_TIME + many + ") x" + BY_RANK + many;
    }

    /** By way of what the reader has read, which may be little among all. */
    private String seen() {
        boolean byScore = request.sort() == FeedSort.TRENDING;
        parameters.put("asOf", request.asOf());
        if (byScore) {
            parameters.put("snapshot", snapshot);
        }
        String select =
                "select r.post_id, " + (byScore ? "t.score as rank " : time("r")) + "from reading r" + postOf("r")
                        + COMMUNITY + (byScore ? SCORE_OF_POST : "")
                        + "where r.member_id = :reader and r.first_read_at <= :asOf and " + readable()
                        + (request.sort() == FeedSort.FOLLOWING ? " and p.author_id in " + FOLLOWED : "") + chosen();
        return byScore
                ? select + " and r.published_at > now() - interval '" + Trending.DAYS + " days'" + afterScore()
                        + BY_SCORE + limit
                : select + afterTime("r") + byTime("r") + limit;
    }

    private String everywhere(String publicPosts, String postsOfMine) {
        return "select post_id, rank from ((" + publicPosts
                + ") union all (select x.post_id, x.rank from mine cross join" + " lateral (" + postsOfMine + ") x)) u"
                + BY_RANK + limit;
    }

    /** One by one, too. */
    private static String postOf(String table) {
        return " cross join lateral (select f.* from feed_post f where f.post_id = " + table + ".post_id limit 1) p";
    }

    private String readable() {
        return request.communityId() == null ? READABLE : inCommunity("p");
    }

    private String inCommunity(String table) {
        parameters.put("community", request.communityId());
        return table + ".community_id = :community";
    }

    private String inSnapshot() {
        parameters.put("snapshot", snapshot);
        return IN_SNAPSHOT;
    }

    /** What was asked for, but nothing that is muted. */
    private String chosen() {
        StringBuilder conditions = new StringBuilder();
        if (request.type() != null) {
            parameters.put("type", request.type().name());
            conditions.append(" and p.type = :type");
        }
        if (request.tag() != null) {
            parameters.put("tag", request.tag());
            boolean byTag = part != FeedPart.SEEN && request.sort() != FeedSort.FOLLOWING;
            conditions.append(byTag ? " and p.tag = :tag" : " and p.tags @> array[cast(:tag as text)]");
        }
        if (request.isSignedIn()) {
            conditions.append("""
                     and p.author_id not in (select muted_id from muted_member where member_id = :reader)
                    and not p.tags && array(select tag from muted_tag where member_id = :reader)""");
        }
        return conditions.toString();
    }

    /** Where what was seen comes later. */
    private String unread() {
        if (part != FeedPart.UNSEEN) {
            return "";
        }
        parameters.put("asOf", request.asOf());
        return UNREAD;
    }

    private static String time(String table) {
        return "cast(extract(epoch from " + table + ".published_at) * 1000000 as double precision) as rank ";
    }

    private static String byTime(String table) {
        return " order by " + table + ".published_at desc, " + table + ".post_id desc limit ";
    }

    private String afterTime() {
        return afterTime("p");
    }

    private String afterTime(String table) {
        if (!isContinued()) {
            return "";
        }
        parameters.put("at", FeedCursor.time(request.after().rank()));
        parameters.put("after", request.after().id());
        return " and (" + table + ".published_at, " + table + ".post_id) < (:at, :after)";
    }

    private String afterScore() {
        if (!isContinued()) {
            return "";
        }
        parameters.put("score", request.after().rank());
        parameters.put("after", request.after().id());
        return " and (t.score, t.post_id) < (:score, :after)";
    }

    private boolean isContinued() {
        return request.after() != null && request.after().part() == part;
    }

    private Uni<List<FeedRow>> rows(String sql) {
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(sql, Object[].class);
                    parameters.forEach(query::setParameter);
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(row -> FeedRow.of(row, part)).toList());
    }
}
