package io.cofound.moderation.decision;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Classification;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** The way of a text that the local rungs are not sure of: kept, taken by a worker, decided. */
@ApplicationScoped
class ReviewService {

    private final PendingReviewRepository reviews;
    private final DecisionService decisions;

    ReviewService(PendingReviewRepository reviews, DecisionService decisions) {
        this.reviews = reviews;
        this.decisions = decisions;
    }

    /** Joins the caller's transaction. */
    @WithTransaction
    Uni<Void> keep(Submission subject, String text, Classification local) {
        return reviews.persist(new PendingReview(subject, text, local)).replaceWithVoid();
    }

    /** @return null when nothing waits */
    @WithTransaction
    Uni<PendingReview> claim(Duration lease) {
        return reviews.claim(lease);
    }

    @WithTransaction
    Uni<Void> close(PendingReview review, Classification classification) {
        return decisions
                .decide(review.subject(), classification)
                .chain(() -> reviews.deleteById(review.id))
                .replaceWithVoid();
    }

    /** What was removed needs no judgement, and its text is not kept. */
    @WithTransaction
    Uni<Void> forget(UUID subjectId) {
        return reviews.delete("subjectId", subjectId).replaceWithVoid();
    }
}
