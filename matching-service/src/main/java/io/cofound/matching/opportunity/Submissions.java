package io.cofound.matching.opportunity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/**
 * Texts on their way through judgement. Each has a key of its own in the topic, which holds them only as long as somebody
 * is to judge them. Every method joins the transaction.
 */
@ApplicationScoped
class Submissions {

    private final Outbox outbox;

    Submissions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param before what waited before a change, null if nothing did */
    Uni<Void> follow(UUID before, Opportunity opportunity) {
        UUID now = opportunity.pendingSubmission();
        if (now == null ? before == null : now.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        return forget(before)
                .chain(() -> now == null
                        ? Uni.createFrom().voidItem()
                        : outbox.publish(submitted(opportunity, opportunity.texts)));
    }

    private Uni<Void> forget(UUID submissionId) {
        return submissionId == null
                ? Uni.createFrom().voidItem()
                : outbox.erase(OpportunitySubmitted.class, submissionId);
    }

    private static OpportunitySubmitted submitted(Opportunity opportunity, Texts texts) {
        return new OpportunitySubmitted(
                texts.submissionId,
                opportunity.id,
                texts.revision,
                opportunity.memberId,
                texts.title,
                texts.text,
                texts.language,
                texts.submittedAt);
    }
}
