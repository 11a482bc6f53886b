package io.cofound.community.notification;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.content.CommentHeld;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;

/**
 * How a member's text fares by one ruling of a decision.
 *
 * @param communityId null for what belongs to none
 * @param turn tells the ruling from the others of the decision
 */
record Outcome(
        UUID memberId,
        NotificationKind kind,
        UUID communityId,
        UUID subjectId,
        UUID decisionId,
        Action action,
        String turn,
        Instant decidedAt) {

    static Outcome of(PostHeld post) {
        return new Outcome(
                post.authorId(),
                NotificationKind.POST_HELD,
                post.communityId(),
                post.postId(),
                post.decisionId(),
                Action.HOLD,
                post.heldAt().toString(),
                post.heldAt());
    }

    static Outcome of(PostRejected post) {
        return new Outcome(
                post.authorId(),
                NotificationKind.POST_REJECTED,
                post.communityId(),
                post.postId(),
                post.decisionId(),
                Action.REJECT,
                post.rejectedAt().toString(),
                post.rejectedAt());
    }

    static Outcome of(CommentHeld comment) {
        return new Outcome(
                comment.authorId(),
                NotificationKind.COMMENT_HELD,
                comment.communityId(),
                comment.commentId(),
                comment.decisionId(),
                Action.HOLD,
                comment.heldAt().toString(),
                comment.heldAt());
    }

    static Outcome of(CommentRejected comment) {
        return new Outcome(
                comment.authorId(),
                NotificationKind.COMMENT_REJECTED,
                comment.communityId(),
                comment.commentId(),
                comment.decisionId(),
                Action.REJECT,
                comment.rejectedAt().toString(),
                comment.rejectedAt());
    }

    static Outcome of(DecisionMade decision) {
        return new Outcome(
                decision.authorId(),
                kindOf(decision),
                decision.communityId().equals(DecisionMade.NO_COMMUNITY) ? null : decision.communityId(),
                decision.subjectId(),
                decision.decisionId(),
                decision.action(),
                Long.toString(decision.ruling()),
                decision.decidedAt());
    }

    String occasion() {
        return occasion(action, decisionId, turn);
    }

    static String occasion(Action action, UUID decisionId, String turn) {
        return "decision:" + action + ":" + decisionId + ":" + turn;
    }

    private static NotificationKind kindOf(DecisionMade decision) {
        String done =
                switch (decision.action()) {
                    case HOLD -> "_HELD";
                    case PUBLISH -> "_PUBLISHED";
                    case REJECT -> "_REJECTED";
                };
        return NotificationKind.valueOf(decision.subjectKind() + done);
    }
}
