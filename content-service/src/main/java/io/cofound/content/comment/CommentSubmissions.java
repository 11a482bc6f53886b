package io.cofound.content.comment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.CommentHeld;
import io.cofound.contracts.content.CommentRejected;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Texts on their way through judgement. Each has a key of its own in the topic, and what is last told under it holds the
 * text only as long as somebody is to judge it.
 */
@ApplicationScoped
class CommentSubmissions {

    private final Outbox outbox;

    CommentSubmissions(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> open(Comment comment, CommentRevision text) {
        return outbox.publish(new CommentSubmitted(
                text.id,
                comment.id,
                text.number,
                comment.postId,
                comment.communityId,
                comment.authorId,
                text.body,
                text.language,
                text.submittedAt));
    }

    /** @param concernsAuthor of what was replaced before others saw it nobody hears that it is refused */
    Uni<Void> close(Comment comment, CommentRevision text, DecisionMade decision, boolean concernsAuthor) {
        return switch (decision.action()) {
            case PUBLISH -> forget(text.id);
            case HOLD ->
                concernsAuthor
                        ? outbox.publish(held(comment, text, decision))
                        : Uni.createFrom().voidItem();
            case REJECT ->
                concernsAuthor
                        ? outbox.publish(rejected(comment, text, decision))
                        : Uni.createFrom().voidItem();
        };
    }

    /** Nobody needs to judge the text any more. */
    Uni<Void> withdraw(CommentRevision text) {
        return text.isJudged() ? Uni.createFrom().voidItem() : forget(text.id);
    }

    Uni<Void> forget(List<UUID> submissionIds) {
        return Multi.createFrom()
                .iterable(submissionIds)
                .onItem()
                .transformToUniAndConcatenate(this::forget)
                .collect()
                .last();
    }

    private Uni<Void> forget(UUID submissionId) {
        return outbox.erase(CommentSubmitted.class, submissionId);
    }

    private static CommentHeld held(Comment comment, CommentRevision text, DecisionMade decision) {
        return new CommentHeld(
                text.id,
                comment.id,
                text.number,
                comment.postId,
                comment.communityId,
                comment.authorId,
                decision.decisionId(),
                decision.decidedAt());
    }

    private static CommentRejected rejected(Comment comment, CommentRevision text, DecisionMade decision) {
        return new CommentRejected(
                text.id,
                comment.id,
                text.number,
                comment.postId,
                comment.communityId,
                comment.authorId,
                decision.decisionId(),
                decision.decidedAt());
    }
}
