package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.author.Author;
import io.cofound.moderation.author.Authors;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.flood.Flood;
import io.cofound.moderation.opinion.SecondOpinion;
import io.cofound.moderation.rules.RuleHits;
import io.cofound.moderation.rules.Ruled;
import io.cofound.moderation.trust.Leniency;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;

/** What becomes of a text once the local rungs have judged it. Every method joins the caller's transaction. */
@ApplicationScoped
class SubmissionService {

    private final RemovalRepository removals;
    private final ErasedMembers erased;
    private final RuleHits ruleHits;
    private final Flood flood;
    private final Authors authors;
    private final Leniency leniency;
    private final SecondOpinion opinion;
    private final DecisionService decisions;
    private final ReviewService reviews;

    SubmissionService(
            RemovalRepository removals,
            ErasedMembers erased,
            RuleHits ruleHits,
            Flood flood,
            Authors authors,
            Leniency leniency,
            SecondOpinion opinion,
            DecisionService decisions,
            ReviewService reviews) {
        this.removals = removals;
        this.erased = erased;
        this.ruleHits = ruleHits;
        this.flood = flood;
        this.authors = authors;
        this.leniency = leniency;
        this.opinion = opinion;
        this.decisions = decisions;
        this.reviews = reviews;
    }

    /**
     * Nothing is kept of what was removed meanwhile, nor of what an erased member wrote before the erasure. Earlier
     * revisions wait no longer.
     *
     * @param local the local rungs' judgement
     * @param waiting runs if the text now waits for the language model
     */
    Uni<Void> take(Submission submission, Ruled local, Runnable waiting) {
        Subject subject = submission.subject();
        return removals.takeTurns(subject.id())
                .chain(() -> removals.isRemoved(subject.id(), subject.revision()))
                .chain(removed -> removed
                        ? Uni.createFrom().item(true)
                        : erased.isErased(subject.authorId(), subject.submittedAt()))
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : ruleHits.note(subject.id(), subject.revision(), local.hits())
                                .chain(() -> flood.judge(submission.writing(), local.classification()))
                                .chain(judged -> authors.get(subject.authorId())
                                        .chain(author ->
                                                judge(submission, judged, Effort.local(local.took()), author, waiting)))
                                .chain(() -> reviews.closeReplaced(subject)));
    }

    /**
     * What a decision took from view is kept: its author may appeal, and it may be shown again. Texts that wait under
     * these numbers are replaced, or are submitted again under a later one.
     *
     * @param revision the last one that is gone
     * @param decisionId null where it was removed
     */
    Uni<Void> gone(UUID subjectId, long revision, UUID decisionId) {
        return decisionId == null
                ? forget(subjectId, revision)
                : removals.takeTurns(subjectId).chain(() -> reviews.forget(subjectId, revision));
    }

    /** @param revision the last one there was */
    Uni<Void> forget(UUID subjectId, long revision) {
        return removals.takeTurns(subjectId)
                .chain(() -> removals.note(subjectId, revision))
                .chain(() -> reviews.forget(subjectId, revision))
                .chain(() -> decisions.forget(subjectId, revision));
    }

    /** Others see it there, whatever became of it before; it may have been moved, or restored after its author removed it. */
    Uni<Void> shown(UUID subjectId, long revision, UUID communityId) {
        return removals.takeTurns(subjectId)
                .chain(() -> removals.restore(subjectId, revision))
                .chain(() -> decisions.move(subjectId, communityId));
    }

    private Uni<Void> judge(
            Submission submission, Classification local, Effort effort, Author author, Runnable waiting) {
        int trust = author.trustLevel();
        return leniency.towards(trust, local).chain(judged -> {
            if (!opinion.isWanted(judged, leniency.narrowing(trust))) {
                return decisions.decide(submission, trust, judged, effort);
            }
            if (!author.externalProcessing()) {
                return decisions.decide(submission, trust, SecondOpinion.withoutConsent(judged), effort);
            }
            // Revisions may come in any order.
            return reviews.isReplaced(submission.subject())
                    .chain(replaced -> replaced
                            ? decisions.decide(submission, trust, judged, effort)
                            : reviews.keep(submission, trust, judged, effort).invoke(waiting));
        });
    }
}
