package io.cofound.community.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationHonoured;
import io.cofound.platform.events.Received;

/**
 * What a batch of events says, whatever topic it is of.
 *
 * @param posts the last state of each
 */
record Facts(
        List<ActivityFact> activities,
        List<MembershipFact> memberships,
        Map<UUID, PostFact> posts,
        List<CommentFact> comments) {

    static Facts of(List<Received> batch) {
        Facts facts = new Facts(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
        batch.forEach(received -> facts.add(received.event()));
        return facts;
    }

    private void add(Event event) {
        switch (event) {
            case MembershipGranted e -> add(e.membershipId(), true, e.grantedAt(), e.communityId(), e.memberId());
            case MembershipRevoked e
            when e.cause() != RevocationCause.ERASED ->
                add(e.membershipId(), false, e.revokedAt(), e.communityId(), e.memberId());
            case PostPublished e -> add(e);
            // Readers never saw it, so that nobody is to hear of it here either.
            case PostRemoved e when e.publishedAt() != null -> add(e);
            case CommentPublished e -> add(e);
            // As of posts.
            case CommentRemoved e when e.publishedAt() != null -> add(e);
            case RegistrationConfirmed e ->
                add(e.registrationId(), ActivityKind.SEAT, e.confirmedAt(), e.communityId(), e.memberId());
            case RegistrationHonoured e ->
                add(e.registrationId(), ActivityKind.VISIT, e.checkedInAt(), e.communityId(), e.memberId());
            default -> {}
        }
    }

    private void add(PostPublished e) {
        add(e.postId(), ActivityKind.POST, e.publishedAt(), e.communityId(), e.authorId());
        put(new PostFact(
                e.postId(),
                e.revision(),
                e.communityId(),
                e.authorId(),
                e.type() == PostType.QUESTION,
                false,
                micros(e.publishedAt())));
    }

    /** It was written all the same, which is all that a compacted topic may still know. */
    private void add(PostRemoved e) {
        add(e.postId(), ActivityKind.POST, e.publishedAt(), e.communityId(), e.authorId());
        put(new PostFact(
                e.postId(), e.revision(), e.communityId(), e.authorId(), false, true, micros(e.publishedAt())));
    }

    /** However often it is published: every time with the time at which it first was. */
    private void add(CommentPublished e) {
        addComment(e.commentId(), e.postId(), e.communityId(), e.authorId(), e.publishedAt());
    }

    private void add(CommentRemoved e) {
        addComment(e.commentId(), e.postId(), e.communityId(), e.authorId(), e.publishedAt());
    }

    private void addComment(UUID commentId, UUID postId, UUID communityId, UUID authorId, Instant publishedAt) {
        add(commentId, ActivityKind.COMMENT, publishedAt, communityId, authorId);
        comments.add(new CommentFact(commentId, postId, authorId, micros(publishedAt)));
    }

    private void put(PostFact post) {
        posts.merge(post.postId(), post, (known, next) -> next.revision() >= known.revision() ? next : known);
    }

    private void add(UUID membershipId, boolean joined, Instant at, UUID communityId, UUID memberId) {
        memberships.add(new MembershipFact(membershipId, joined, micros(at), communityId, memberId));
    }

    private void add(UUID sourceId, ActivityKind kind, Instant at, UUID communityId, UUID memberId) {
        activities.add(new ActivityFact(sourceId, kind, micros(at), communityId, memberId));
    }

    /** As PostgreSQL keeps it. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
