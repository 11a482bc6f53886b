package io.cofound.community.activity;

import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Writes facts, many with one statement. A fact that is known changes nothing, and one of a member who was erased after
 * it is dropped. Rows are written in the order of their keys, so that batches of several topics do not deadlock. Every
 * method joins the caller's transaction.
 */
@ApplicationScoped
class ActivityRepository {

    private static final String ERASED =
            "exists (select from erased_member e where e.member_id = %s and e.erased_at >= %s)";

    // Without "as text" the driver takes the parameter for a value of type jsonb, and sends a JSON string.
    private static final String ADD_ACTIVITIES = """
            with fact as (
                select * from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f("sourceId" uuid, kind text, at timestamptz,
                    "communityId" uuid, "memberId" uuid)
                where not %s),
            added as (
                insert into activity (source_id, kind, at, community_id, member_id)
                select "sourceId", kind, at, "communityId", "memberId" from fact order by 1, 2, 3
                on conflict do nothing
                returning community_id, member_id, cast(at at time zone 'UTC' as date) as day, kind),
            counted as (
                insert into activity_day (community_id, member_id, day, posts, comments, seats, visits)
                select community_id, member_id, day, count(*) filter (where kind = 'POST'),
                    count(*) filter (where kind = 'COMMENT'), count(*) filter (where kind = 'SEAT'),
                    count(*) filter (where kind = 'VISIT')
                from added group by 1, 2, 3 order by 1, 2, 3
                on conflict (community_id, member_id, day) do update set posts = activity_day.posts + excluded.posts,
                    comments = activity_day.comments + excluded.comments, seats = activity_day.seats + excluded.seats,
                    visits = activity_day.visits + excluded.visits)
            insert into first_activity (community_id, member_id, day)
            select community_id, member_id, min(day) from added group by 1, 2 order by 1, 2
            on conflict (community_id, member_id) do update set day = least(first_activity.day, excluded.day)
            """.formatted(ERASED.formatted("f.\"memberId\"", "f.at"));

    private static final String ADD_MEMBERSHIPS = """
            insert into membership_change (membership_id, joined, at, community_id, member_id)
            select "membershipId", joined, at, "communityId", "memberId"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f("membershipId" uuid, joined boolean, at timestamptz,
                "communityId" uuid, "memberId" uuid)
            where not %s order by 1, 2, 3
            on conflict do nothing""".formatted(ERASED.formatted("f.\"memberId\"", "f.at"));

    /** A known post follows its state even when its author was erased, who stays as unknown as the erasure made them. */
    private static final String PUT_POSTS = """
            insert into published_post as post
                (post_id, revision, community_id, author_id, question, removed, published_at)
            select "postId", revision, "communityId", "authorId", question, removed, "publishedAt"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f("postId" uuid, revision bigint, "communityId" uuid,
                "authorId" uuid, question boolean, removed boolean, "publishedAt" timestamptz)
            where not %s or exists (select from published_post p where p.post_id = f."postId") order by 1
            on conflict (post_id) do update set revision = excluded.revision, removed = excluded.removed,
                question = case when excluded.removed then post.question else excluded.question end
            where excluded.revision >= post.revision""".formatted(ERASED.formatted("f.\"authorId\"", "f.\"publishedAt\""));

    private static final String ADD_COMMENTS = """
            insert into published_comment (comment_id, post_id, author_id, published_at)
            select "commentId", "postId", "authorId", "publishedAt"
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as f("commentId" uuid, "postId" uuid, "authorId" uuid,
                "publishedAt" timestamptz)
            where not %s order by 1
            on conflict do nothing""".formatted(ERASED.formatted("f.\"authorId\"", "f.\"publishedAt\""));

    private final ObjectMapper json;

    ActivityRepository(ObjectMapper json) {
        this.json = json;
    }

    /** An erasure waits for the batches that cannot know of it yet; batches do not wait for each other. */
    Uni<Void> holdOffErasures() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from pg_advisory_xact_lock_shared(hashtext('activity'))", Long.class)
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Void> addActivities(Collection<ActivityFact> facts) {
        return write(ADD_ACTIVITIES, facts);
    }

    Uni<Void> addMemberships(Collection<MembershipFact> facts) {
        return write(ADD_MEMBERSHIPS, facts);
    }

    /** @param facts no two of one post */
    Uni<Void> putPosts(Collection<PostFact> facts) {
        return write(PUT_POSTS, facts);
    }

    Uni<Void> addComments(Collection<CommentFact> facts) {
        return write(ADD_COMMENTS, facts);
    }

    private Uni<Void> write(String sql, Collection<?> facts) {
        if (facts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql)
                        .setParameter(1, asJson(facts))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private String asJson(Collection<?> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are plain values", e);
        }
    }
}
