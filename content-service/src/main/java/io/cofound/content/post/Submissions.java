package io.cofound.content.post;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.Arrays.asList;

/**
 * Texts on their way through judgement. Each has a key of its own in the topic, and what is last told under it holds the
 * text only as long as somebody is to judge it.
 */
@ApplicationScoped
class Submissions {

    private final Outbox outbox;

    Submissions(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> open(Post post, PostRevision text) {
        return outbox.publish(new PostSubmitted(
                text.id,
                post.id,
                text.number,
                post.communityId,
                post.authorId,
                text.type,
                text.title,
                text.body,
                text.summary,
                text.coverUrl,
                text.sourceUrl,
                asList(text.tags),
                text.language,
                text.submittedAt));
    }

    /** @param concernsAuthor of what was replaced before others saw it nobody hears that it is refused */
    Uni<Void> close(Post post, PostRevision text, DecisionMade decision, boolean concernsAuthor) {
        return switch (decision.action()) {
            case PUBLISH -> forget(text.id);
            case HOLD ->
                concernsAuthor
                        ? outbox.publish(held(post, text, decision))
                        : Uni.createFrom().voidItem();
            case REJECT ->
                concernsAuthor
                        ? outbox.publish(rejected(post, text, decision))
                        : Uni.createFrom().voidItem();
        };
    }

    /** Nobody needs to judge the text any more. */
    Uni<Void> withdraw(PostRevision text) {
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
        return outbox.erase(PostSubmitted.class, submissionId);
    }

    private static PostHeld held(Post post, PostRevision text, DecisionMade decision) {
        return new PostHeld(
                text.id,
                post.id,
                text.number,
                post.communityId,
                post.authorId,
                decision.decisionId(),
                decision.decidedAt());
    }

    private static PostRejected rejected(Post post, PostRevision text, DecisionMade decision) {
        return new PostRejected(
                text.id,
                post.id,
                text.number,
                post.communityId,
                post.authorId,
                decision.decisionId(),
                decision.decidedAt());
    }
}
