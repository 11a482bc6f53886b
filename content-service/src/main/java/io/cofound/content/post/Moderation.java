package io.cofound.content.post;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.platform.persistence.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Applies to posts what was decided about them. */
@ApplicationScoped
class Moderation {

    private final PostRepository posts;
    private final PostRevisionRepository revisions;
    private final Publications publications;
    private final Outbox outbox;

    Moderation(PostRepository posts, PostRevisionRepository revisions, Publications publications, Outbox outbox) {
        this.posts = posts;
        this.revisions = revisions;
        this.publications = publications;
        this.outbox = outbox;
    }

    /** Changes nothing if the author has written something newer meanwhile, or the post is gone. */
    @WithTransaction
    Uni<Void> apply(DecisionMade decision) {
        return posts.lock(decision.subjectId()).chain(post -> {
            Long shownBefore = post == null ? null : post.publishedRevision;
            if (post == null || !post.decide(decision.subjectRevision(), decision.action())) {
                return Uni.createFrom().voidItem();
            }
            return revisions
                    .of(post.id, post.revision)
                    .invoke(text -> text.judge(decision))
                    .chain(text -> publications.follow(post, shownBefore, text))
                    .chain(() -> tellRefusal(post, decision));
        });
    }

    private Uni<Void> tellRefusal(Post post, DecisionMade decision) {
        return switch (decision.action()) {
            case PUBLISH -> Uni.createFrom().voidItem();
            case HOLD ->
                outbox.publish(new PostHeld(
                        post.id,
                        post.revision,
                        post.communityId,
                        post.authorId,
                        decision.decisionId(),
                        decision.decidedAt()));
            case REJECT ->
                outbox.publish(new PostRejected(
                        post.id,
                        post.revision,
                        post.communityId,
                        post.authorId,
                        decision.decisionId(),
                        decision.decidedAt()));
        };
    }
}
