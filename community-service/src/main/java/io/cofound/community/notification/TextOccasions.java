package io.cofound.community.notification;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.smallrye.mutiny.Uni;

/**
 * Tells members which of their texts wait for a person or are refused, and what becomes of them. A ruling is told only if
 * it says something else than what was told last of the decision. Joins the caller's transaction.
 */
@ApplicationScoped
public class TextOccasions {

    private final NotificationRepository notifications;
    private final Teller teller;

    TextOccasions(NotificationRepository notifications, Teller teller) {
        this.notifications = notifications;
        this.teller = teller;
    }

    /**
     * Whether anybody might be told. Which posts and comments are held or refused content-service tells, as it knows which
     * of their revisions concern anybody.
     */
    static boolean concerns(DecisionMade decision) {
        boolean isContent = decision.subjectKind() == SubjectKind.POST || decision.subjectKind() == SubjectKind.COMMENT;
        boolean isAllowed = decision.action() == Action.PUBLISH;
        return decision.replacedBy() == null && (isAllowed ? decision.ruling() > 1 : !isContent);
    }

    Uni<Void> decided(DecisionMade decision) {
        Outcome outcome = Outcome.of(decision);
        return decision.subjectKind() == SubjectKind.POST ? decidedOnPost(outcome) : decided(outcome);
    }

    Uni<Void> decided(Outcome outcome) {
        return lastTold(outcome)
                .chain(last -> isNews(outcome, last)
                        ? tell(outcome, outcome.occasion())
                        : Uni.createFrom().voidItem());
    }

    /** Once a post, whatever is published of it later: edits keep the time. */
    Uni<Void> published(PostPublished post) {
        return teller.tell(
                post.authorId(),
                NotificationKind.POST_PUBLISHED,
                post.communityId(),
                post.postId(),
                publication(post.postId()),
                post.publishedAt());
    }

    /**
     * A ruling that was made on an appeal is told as the appeal's end alone.
     *
     * @return the occasion as which it is to be told
     */
    public Uni<String> takeBack(UUID memberId, UUID decisionId, long ruling) {
        String occasion = Outcome.occasion(Action.PUBLISH, decisionId, Long.toString(ruling));
        return notifications
                .takeTurns(decisionId)
                .chain(() -> notifications.takeBack(memberId, occasion))
                .replaceWith(occasion);
    }

    /** The same as that it is published, unless that was told before the refusal: then it is visible again. */
    private Uni<Void> decidedOnPost(Outcome allowed) {
        String publication = publication(allowed.subjectId());
        return lastTold(allowed)
                .chain(last -> isNews(allowed, last)
                        ? notifications
                                .of(allowed.memberId(), publication)
                                .chain(first -> tell(
                                        allowed,
                                        first == null || first.raisedAt.isAfter(last.raisedAt)
                                                ? publication
                                                : allowed.occasion()))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Notification> lastTold(Outcome outcome) {
        return notifications
                .takeTurns(outcome.decisionId())
                .chain(() -> notifications.lastOn(outcome.memberId(), outcome.decisionId()));
    }

    /** That a text is visible is news to whoever heard something else. */
    private static boolean isNews(Outcome outcome, Notification last) {
        return last == null
                ? outcome.action() != Action.PUBLISH
                : !last.occasion.startsWith("decision:" + outcome.action() + ":");
    }

    private Uni<Void> tell(Outcome outcome, String occasion) {
        return teller.tell(
                outcome.memberId(),
                outcome.kind(),
                outcome.communityId(),
                outcome.subjectId(),
                occasion,
                outcome.decidedAt());
    }

    private static String publication(UUID postId) {
        return "post-published:" + postId;
    }
}
