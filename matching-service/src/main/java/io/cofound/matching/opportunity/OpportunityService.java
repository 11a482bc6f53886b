package io.cofound.matching.opportunity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Needs and offers. A closed one is gone for everybody. */
@ApplicationScoped
public class OpportunityService {

    private final OpportunityRepository opportunities;
    private final Outbox outbox;

    OpportunityService(OpportunityRepository opportunities, Outbox outbox) {
        this.opportunities = opportunities;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<OpportunityView> publish(UUID memberId, OpportunityDraft draft) {
        Opportunity opportunity = new Opportunity(memberId, draft);
        return opportunities
                .persist(opportunity)
                .call(() -> outbox.publish(opportunity.published(), opportunity.publicly()))
                .map(OpportunityView::of);
    }

    @WithTransaction
    Uni<OpportunityView> change(UUID memberId, UUID id, long expectedRevision, OpportunityChange change) {
        return own(memberId, id)
                .invoke(opportunity -> Revision.check(expectedRevision, opportunity.revision))
                .invoke(opportunity -> opportunity.apply(change))
                .call(opportunity -> outbox.publish(opportunity.published(), opportunity.publicly()))
                .map(OpportunityView::of);
    }

    @WithTransaction
    Uni<Void> close(UUID memberId, UUID id) {
        return own(memberId, id)
                .invoke(Opportunity::close)
                .call(opportunity -> outbox.publish(opportunity.closed()))
                .call(() -> outbox.erase(PublicOpportunity.class, id))
                .replaceWithVoid();
    }

    @WithSession
    Uni<Page<OpportunityView>> list(OpportunityFilter filter, PageRequest page) {
        return opportunities
                .latest(filter, page)
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.publishedAt, row.id), OpportunityView::of));
    }

    /** Fails with 404 when it is not there or closed. */
    @WithSession
    public Uni<OpportunityView> get(UUID id) {
        return opportunities
                .findById(id)
                .invoke(OpportunityService::requireOpen)
                .map(OpportunityView::of);
    }

    /** Those that are still open, in any order. */
    @WithSession
    public Uni<List<OpportunityView>> open(Collection<UUID> ids) {
        return opportunities
                .open(ids)
                .map(rows -> rows.stream().map(OpportunityView::of).toList());
    }

    private Uni<Opportunity> own(UUID memberId, UUID id) {
        return opportunities.findById(id, LockModeType.PESSIMISTIC_WRITE).invoke(opportunity -> {
            requireOpen(opportunity);
            if (!opportunity.memberId.equals(memberId)) {
                throw Problem.forbidden("owner-required", "Only who published it may do this.");
            }
        });
    }

    private static void requireOpen(Opportunity opportunity) {
        if (opportunity == null || !opportunity.isOpen()) {
            throw Problem.notFound("opportunity");
        }
    }
}
