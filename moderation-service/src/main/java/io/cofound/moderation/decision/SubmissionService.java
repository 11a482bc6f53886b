package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostSubmitted;
import io.cofound.moderation.author.Author;
import io.cofound.moderation.author.Authors;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.opinion.SecondOpinion;
import io.cofound.moderation.trust.Leniency;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;

/** What becomes of a text once the local rungs have judged it. Every method joins the caller's transaction. */
@ApplicationScoped
class SubmissionService {

    private final RemovalRepository removals;
    private final ErasedMembers erased;
    private final Authors authors;
    private final Leniency leniency;
    private final SecondOpinion opinion;
    private final DecisionService decisions;
    private final ReviewService reviews;

    SubmissionService(
            RemovalRepository removals,
            ErasedMembers erased,
            Authors authors,
            Leniency leniency,
            SecondOpinion opinion,
            DecisionService decisions,
            ReviewService reviews) {
        this.removals = removals;
        this.erased = erased;
        this.authors = authors;
        this.leniency = leniency;
        this.opinion = opinion;
        this.decisions = decisions;
        this.reviews = reviews;
    }

    /**
     * Nothing is kept of what was removed meanwhile, nor of what an erased member wrote before the erasure.
     *
     * @param local the local rungs' judgement
     * @param waiting runs if the text now waits for the language model
     */
    Uni<Void> take(PostSubmitted post, String text, Classification local, Runnable waiting) {
        return removals.takeTurns(post.postId())
                .chain(() -> removals.isRemoved(post.postId(), post.revision()))
                .chain(removed ->
                        removed ? Uni.createFrom().item(true) : erased.isErased(post.authorId(), post.submittedAt()))
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : authors.get(post.authorId()).chain(author -> judge(post, text, local, author, waiting)));
    }

    /** @param revision the last one there was */
    Uni<Void> forget(UUID postId, long revision) {
        return removals.takeTurns(postId)
                .chain(() -> removals.note(postId, revision))
                .chain(() -> reviews.forget(postId, revision));
    }

    private Uni<Void> judge(PostSubmitted post, String text, Classification local, Author author, Runnable waiting) {
        Submission subject = Submission.of(post, author.trustLevel());
        return leniency.towards(author.trustLevel(), local).chain(judged -> {
            if (!opinion.isWanted(judged, leniency.narrowing(author.trustLevel()))) {
                return decisions.decide(subject, judged);
            }
            return author.externalProcessing()
                    ? reviews.keep(subject, text, judged).invoke(waiting)
                    : decisions.decide(subject, SecondOpinion.withoutConsent(judged));
        });
    }
}
