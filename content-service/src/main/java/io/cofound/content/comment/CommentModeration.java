package io.cofound.content.comment;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.comment.CommentPublications.Before;
import io.cofound.contracts.moderation.DecisionMade;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Applies to comments what was decided about them. */
@ApplicationScoped
class CommentModeration {

    private final CommentRepository comments;
    private final CommentRevisionRepository revisions;
    private final CommentPublications publications;
    private final CommentSubmissions submissions;

    CommentModeration(
            CommentRepository comments,
            CommentRevisionRepository revisions,
            CommentPublications publications,
            CommentSubmissions submissions) {
        this.comments = comments;
        this.revisions = revisions;
        this.publications = publications;
        this.submissions = submissions;
    }

    /**
     * Decisions about one comment come in any order; those about one of its texts do not. What is decided about a text
     * that the author has replaced meanwhile can only take it from view, and give it back while nothing newer was seen.
     */
    @WithTransaction
    Uni<Void> apply(DecisionMade decision) {
        return comments.lock(decision.subjectId())
                .chain(comment -> comment == null || comment.isRemoved()
                        ? Uni.createFrom().voidItem()
                        : revisions
                                .judgedBy(decision)
                                .chain(text -> text == null || text.knows(decision)
                                        ? Uni.createFrom().voidItem()
                                        : apply(comment, text, decision)));
    }

    private Uni<Void> apply(Comment comment, CommentRevision text, DecisionMade decision) {
        Before before = Before.of(comment);
        boolean concernsAuthor = comment.decide(text.number, decision.action());
        text.judge(decision, comment.shows(text.number));
        return publications
                .follow(comment, before, text, decision.decisionId())
                .chain(() -> submissions.close(comment, text, decision, concernsAuthor))
                .chain(() -> before.publishedNumber() != null && !comment.isVisible() && comment.isPending()
                        ? resubmit(comment)
                        : Uni.createFrom().voidItem());
    }

    /** An older text was taken from view while a newer one waits, which is to be judged all the same. */
    private Uni<Void> resubmit(Comment comment) {
        return revisions.of(comment.id, comment.textNumber).chain(waiting -> {
            comment.resubmit(waiting);
            return submissions.open(comment, waiting);
        });
    }
}
