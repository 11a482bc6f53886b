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

    /** What is decided about a text that the author has replaced meanwhile cannot show it, only take it from view. */
    @WithTransaction
    Uni<Void> apply(DecisionMade decision) {
        return posts.lock(decision.subjectId())
                .chain(post ->
                        post == null || post.isRemoved() ? Uni.createFrom().voidItem() : apply(post, decision));
    }

    private Uni<Void> apply(Post post, DecisionMade decision) {
        Long shownBefore = post.publishedRevision;
        boolean latest = post.decide(decision.subjectRevision(), decision.action());
        return revisions
                .of(post.id, decision.subjectRevision())
                .invoke(text -> text.judge(decision, latest))
                .chain(text -> publications.follow(post, shownBefore, text))
                .chain(() ->
                        latest ? tellRefusal(post, decision) : Uni.createFrom().voidItem());
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
