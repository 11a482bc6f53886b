package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.cofound.platform.privacy.PersonalData.Holding;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;

/**
 * Judgements on a member's texts. That there was one, and how it went, stays, since moderation is to be accounted for;
 * what it quoted and said goes, and the text, here and in the topic.
 */
@ApplicationScoped
@Priority(DecisionPersonalData.BEFORE_CASES)
class DecisionPersonalData implements PersonalData {

    /** Decisions are locked before their cases, as by whoever resolves one. */
    static final int BEFORE_CASES = 1;

    /** A text that waits for the language model. */
    record Waiting(UUID subjectId, long subjectRevision, String text, Instant submittedAt) {

        static Waiting of(PendingReview review) {
            return new Waiting(review.subjectId, review.subjectRevision, review.text, review.submittedAt);
        }
    }

    /** @param text null once it is gone */
    record Kept(DecisionView decision, String text) {}

    private final DecisionRepository decisions;
    private final RulingRepository rulings;
    private final PendingReviewRepository reviews;
    private final Outbox outbox;

    DecisionPersonalData(
            DecisionRepository decisions, RulingRepository rulings, PendingReviewRepository reviews, Outbox outbox) {
        this.decisions = decisions;
        this.rulings = rulings;
        this.reviews = reviews;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return decisions.list("authorId = ?1 order by decidedAt", memberId).chain(decided -> rulings.list(
                        "decisionId in (select id from Decision where authorId = ?1) order by number", memberId)
                .map(made -> kept(decided, made.stream().collect(groupingBy(ruling -> ruling.decisionId))))
                .chain(kept -> reviews.list("authorId", memberId)
                        .map(waiting -> List.of(
                                new Holding("decisions", kept),
                                new Holding(
                                        "texts-in-review",
                                        waiting.stream().map(Waiting::of).toList())))));
    }

    /** The waiting texts first: a worker that decides one now either has done so, or finds nothing to decide. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return reviews.delete("authorId = ?1 and submittedAt <= ?2", request.memberId(), request.requestedAt())
                .chain(() -> decisions.removeWords(request.memberId(), request.requestedAt()))
                .chain(ids -> rulings.removeWords(ids).replaceWith(ids))
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> outbox.erase(DecisionMade.class, id))
                        .collect()
                        .last());
    }

    private static List<Kept> kept(List<Decision> decisions, Map<UUID, List<Ruling>> rulings) {
        return decisions.stream()
                .map(decision -> new Kept(DecisionView.of(decision, rulings.get(decision.id), false), decision.text))
                .toList();
    }
}
