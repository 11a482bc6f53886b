package io.cofound.content.post;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.DecisionMade;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Applies to posts what was decided about them. */
@ApplicationScoped
class Moderation {

    private final PostRepository posts;
    private final PostRevisionRepository revisions;
    private final Publications publications;
    private final Submissions submissions;
    private final NewsSources news;

    Moderation(
            PostRepository posts,
            PostRevisionRepository revisions,
            Publications publications,
            Submissions submissions,
            NewsSources news) {
        this.posts = posts;
        this.revisions = revisions;
        this.publications = publications;
        this.submissions = submissions;
        this.news = news;
    }

    /**
     * Decisions about one post come in any order; those about one of its texts do not. What is decided about a text that
     * the author has replaced meanwhile can only take it from view, and give it back while nothing newer was seen; about
     * one that was removed it says whether it is shown again should it be restored.
     */
    @WithTransaction
    Uni<Void> apply(DecisionMade decision) {
        return posts.lock(decision.subjectId())
                .chain(post -> post == null
                        ? Uni.createFrom().voidItem()
                        : revisions
                                .judgedBy(decision)
                                .chain(text -> text == null || text.knows(decision)
                                        ? Uni.createFrom().voidItem()
                                        : apply(post, text, decision)));
    }

    private Uni<Void> apply(Post post, PostRevision text, DecisionMade decision) {
        if (post.isRemoved()) {
            text.judge(decision, false);
            return Uni.createFrom().voidItem();
        }
        Long shownBefore = post.publishedRevision;
        boolean concernsAuthor = post.decide(text.number, decision.action());
        text.judge(decision, post.shows(text.number));
        return news.settle(post)
                .chain(() -> publications.follow(post, shownBefore, text, decision.decisionId()))
                .chain(() -> submissions.close(post, text, decision, concernsAuthor));
    }
}
