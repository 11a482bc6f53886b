package io.cofound.matching.opportunity;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityKind;

/** @param language detected, BCP 47 */
public record OpportunityView(
        UUID id,
        long revision,
        UUID memberId,
        OpportunityKind kind,
        OpportunityCategory category,
        String title,
        String text,
        String language,
        Instant publishedAt) {

    static OpportunityView of(Opportunity opportunity) {
        return new OpportunityView(
                opportunity.id,
                opportunity.revision,
                opportunity.memberId,
                opportunity.kind,
                opportunity.category,
                opportunity.title,
                opportunity.text,
                opportunity.language,
                opportunity.publishedAt);
    }
}
