package io.cofound.matching.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Needs and offers. They always go with their member: nobody is left to answer. */
@ApplicationScoped
class OpportunityPersonalData implements PersonalData {

    /** @param closedAt null while it is open */
    record Kept(
            UUID id,
            OpportunityKind kind,
            OpportunityCategory category,
            String title,
            String text,
            String language,
            Instant publishedAt,
            Instant closedAt) {

        static Kept of(Opportunity opportunity) {
            return new Kept(
                    opportunity.id,
                    opportunity.kind,
                    opportunity.category,
                    opportunity.title,
                    opportunity.text,
                    opportunity.language,
                    opportunity.publishedAt,
                    opportunity.closedAt);
        }
    }

    private final OpportunityRepository opportunities;
    private final Outbox outbox;

    OpportunityPersonalData(OpportunityRepository opportunities, Outbox outbox) {
        this.opportunities = opportunities;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return opportunities
                .ofMember(memberId)
                .map(rows -> List.of(
                        new Holding("opportunities", rows.stream().map(Kept::of).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return opportunities
                .lockOfMember(request.memberId(), request.requestedAt())
                .call(rows -> close(rows.stream().filter(Opportunity::isOpen).toList()))
                .chain(() -> opportunities.delete(
                        "memberId = ?1 and publishedAt <= ?2", request.memberId(), request.requestedAt()))
                .replaceWithVoid();
    }

    /** Closing is the last that is said under their keys, and it holds no text; of the closed ones it was said before. */
    private Uni<Void> close(List<Opportunity> open) {
        List<OpportunityClosed> closed =
                open.stream().peek(Opportunity::close).map(Opportunity::closed).toList();
        return outbox.publish(closed).chain(() -> Multi.createFrom()
                .iterable(closed)
                .onItem()
                .transformToUniAndConcatenate(event -> outbox.erase(PublicOpportunity.class, event.opportunityId()))
                .collect()
                .last());
    }
}
