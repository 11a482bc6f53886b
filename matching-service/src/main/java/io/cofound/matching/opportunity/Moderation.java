package io.cofound.matching.opportunity;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.moderation.DecisionMade;
import io.smallrye.mutiny.Uni;

/** Applies to needs and offers what was decided about their texts. Joins the caller's transaction. */
@ApplicationScoped
class Moderation {

    private final OpportunityRepository opportunities;
    private final Submissions submissions;
    private final Announcements announcements;

    Moderation(OpportunityRepository opportunities, Submissions submissions, Announcements announcements) {
        this.opportunities = opportunities;
        this.submissions = submissions;
        this.announcements = announcements;
    }

    /** Nothing to do for one that went with its member. */
    Uni<Void> apply(DecisionMade decision) {
        return opportunities
                .findById(decision.subjectId(), LockModeType.PESSIMISTIC_WRITE)
                .chain(opportunity -> opportunity == null ? Uni.createFrom().voidItem() : apply(opportunity, decision));
    }

    private Uni<Void> apply(Opportunity opportunity, DecisionMade decision) {
        if (!opportunity.isOpen()) {
            return Uni.createFrom().voidItem();
        }
        UUID waiting = opportunity.pendingSubmission();
        boolean seenDifferently = opportunity.decide(decision);
        return submissions
                .follow(waiting, opportunity)
                .chain(() -> seenDifferently
                        ? announcements.seenDifferently(opportunity)
                        : Uni.createFrom().voidItem());
    }
}
