package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

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
    Uni<Void> take(Submission submission, Classification local, Runnable waiting) {
        Subject subject = submission.subject();
        return removals.takeTurns(subject.id())
                .chain(() -> removals.isRemoved(subject.id(), subject.revision()))
                .chain(removed -> removed
                        ? Uni.createFrom().item(true)
                        : erased.isErased(subject.authorId(), subject.submittedAt()))
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : authors.get(subject.authorId()).chain(author -> judge(submission, local, author, waiting)));
    }

    /** @param revision the last one there was */
    Uni<Void> forget(UUID subjectId, long revision) {
        return removals.takeTurns(subjectId)
                .chain(() -> removals.note(subjectId, revision))
                .chain(() -> reviews.forget(subjectId, revision))
                .chain(() -> decisions.forget(subjectId, revision));
    }

    private Uni<Void> judge(Submission submission, Classification local, Author author, Runnable waiting) {
        int trust = author.trustLevel();
        return leniency.towards(trust, local).chain(judged -> {
            if (!opinion.isWanted(judged, leniency.narrowing(trust))) {
                return decisions.decide(submission, trust, judged);
            }
            return author.externalProcessing()
                    ? reviews.keep(submission, trust, judged).invoke(waiting)
                    : decisions.decide(submission, trust, SecondOpinion.withoutConsent(judged));
        });
    }
}
