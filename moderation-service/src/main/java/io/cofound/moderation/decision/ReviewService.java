package io.cofound.moderation.decision;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.egress.Egress;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** The way of a text that the local rungs are not sure of: kept, taken by a worker, decided. */
@ApplicationScoped
class ReviewService {

    private final PendingReviewRepository reviews;
    private final RemovalRepository removals;
    private final DecisionService decisions;
    private final Egress egress;

    ReviewService(
            PendingReviewRepository reviews, RemovalRepository removals, DecisionService decisions, Egress egress) {
        this.reviews = reviews;
        this.removals = removals;
        this.decisions = decisions;
        this.egress = egress;
    }

    /** Joins the caller's transaction. */
    @WithTransaction
    Uni<Void> keep(Submission submission, int trustLevel, Classification local, Effort effort) {
        return reviews.persist(new PendingReview(submission, trustLevel, local, effort))
                .replaceWithVoid();
    }

    /** @return null when nothing waits */
    @WithTransaction
    Uni<PendingReview> claim(Duration lease) {
        return reviews.claim(lease);
    }

    /** Does nothing about what is no longer there: it was decided, replaced or removed meanwhile, or its author erased. */
    @WithTransaction
    Uni<Void> close(PendingReview review, Classification classification) {
        return removals.takeTurns(review.subjectId)
                .chain(() -> reviews.findById(review.id, LockModeType.PESSIMISTIC_WRITE))
                .chain(waiting -> waiting == null ? Uni.createFrom().voidItem() : decide(waiting, classification));
    }

    /** Joins the caller's transaction, which has taken the subject's turn. */
    @WithTransaction
    Uni<Boolean> isReplaced(Subject subject) {
        return reviews.isReplaced(subject.id(), subject.revision());
    }

    /**
     * What was replaced while it waited goes to no language model any more, as its author may have taken out what nobody
     * is to read; its local judgement stands. Joins the caller's transaction, which has taken the subject's turn.
     *
     * @param replacement the newer revision
     */
    @WithTransaction
    Uni<Void> closeReplaced(Subject replacement) {
        return reviews.before(replacement.id(), replacement.revision()).chain(replaced -> Multi.createFrom()
                .iterable(replaced)
                .onItem()
                .transformToUniAndConcatenate(waiting -> decide(waiting, waiting.classification))
                .collect()
                .last());
    }

    /**
     * What was removed needs no judgement, and its text is not kept.
     *
     * @param revision the last one that was removed; later ones wait on
     */
    @WithTransaction
    Uni<Void> forget(UUID subjectId, long revision) {
        return reviews.delete("subjectId = ?1 and subjectRevision <= ?2", subjectId, revision)
                .replaceWithVoid();
    }

    private Uni<Void> decide(PendingReview waiting, Classification classification) {
        return egress.spentOn(waiting.subjectId, waiting.subjectRevision)
                .chain(spending -> decisions.decide(
                        waiting.submission(),
                        waiting.trustLevel,
                        classification,
                        waiting.effort().and(spending)))
                .chain(() -> reviews.delete(waiting));
    }
}
