package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Judgements on a member's texts. That there was one, and how it went, stays, since moderation is to be accounted for;
 * what it quoted goes, here and in the topic.
 */
@ApplicationScoped
class DecisionPersonalData implements PersonalData {

    /** A text that waits for the language model. */
    record Waiting(UUID subjectId, long subjectRevision, String text, Instant submittedAt) {

        static Waiting of(PendingReview review) {
            return new Waiting(review.subjectId, review.subjectRevision, review.text, review.submittedAt);
        }
    }

    private final DecisionRepository decisions;
    private final PendingReviewRepository reviews;
    private final Outbox outbox;

    DecisionPersonalData(DecisionRepository decisions, PendingReviewRepository reviews, Outbox outbox) {
        this.decisions = decisions;
        this.reviews = reviews;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return decisions.list("authorId = ?1 order by decidedAt", memberId).chain(decided -> reviews.list(
                        "authorId", memberId)
                .map(waiting -> List.of(
                        new Holding(
                                "decisions",
                                decided.stream().map(DecisionView::of).toList()),
                        new Holding(
                                "texts-in-review",
                                waiting.stream().map(Waiting::of).toList()))));
    }

    /** The waiting texts first: a worker that decides one now either has done so, or finds nothing to decide. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return reviews.delete("authorId = ?1 and submittedAt <= ?2", request.memberId(), request.requestedAt())
                .chain(() -> decisions.removeEvidence(request.memberId(), request.requestedAt()))
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> outbox.erase(DecisionMade.class, id))
                        .collect()
                        .last());
    }
}
