package io.cofound.matching.opportunity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

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
    private final Submissions submissions;
    private final Announcements announcements;

    OpportunityService(OpportunityRepository opportunities, Submissions submissions, Announcements announcements) {
        this.opportunities = opportunities;
        this.submissions = submissions;
        this.announcements = announcements;
    }

    @WithTransaction
    Uni<OpportunityView> publish(UUID memberId, OpportunityDraft draft) {
        Opportunity opportunity = new Opportunity(memberId, draft);
        return opportunities
                .persist(opportunity)
                .call(() -> submissions.follow(null, opportunity))
                .map(OpportunityView::latest);
    }

    @WithTransaction
    Uni<OpportunityView> change(UUID memberId, UUID id, long expectedRevision, OpportunityChange change) {
        return own(memberId, id)
                .invoke(opportunity -> Revision.check(expectedRevision, opportunity.revision))
                .call(opportunity -> change(opportunity, change))
                .map(OpportunityView::latest);
    }

    @WithTransaction
    Uni<Void> close(UUID memberId, UUID id) {
        return own(memberId, id).chain(opportunity -> {
            UUID waiting = opportunity.pendingSubmission();
            opportunity.close();
            return submissions.follow(waiting, opportunity).chain(() -> announcements.closed(opportunity));
        });
    }

    @WithSession
    Uni<Page<OpportunityView>> list(OpportunityFilter filter, Optional<UUID> readerId, PageRequest page) {
        return opportunities
                .latest(filter, readerId, page)
                .map(rows -> Page.of(
                        rows,
                        page,
                        row -> new Cursor(row.createdAt, row.id),
                        row -> OpportunityView.of(row, readerId)));
    }

    /** Fails with 404 when it is not there, closed, or not for the reader to see. */
    @WithSession
    public Uni<OpportunityView> get(UUID id, Optional<UUID> readerId) {
        return opportunities
                .findById(id)
                .invoke(opportunity -> requireVisible(opportunity, readerId))
                .map(opportunity -> OpportunityView.of(opportunity, readerId));
    }

    /** Those that are still open and shown to everybody, in any order. */
    @WithSession
    public Uni<List<OpportunityView>> open(Collection<UUID> ids) {
        return opportunities
                .open(ids)
                .map(rows -> rows.stream().map(OpportunityView::shown).toList());
    }

    private Uni<Opportunity> own(UUID memberId, UUID id) {
        return opportunities.findById(id, LockModeType.PESSIMISTIC_WRITE).invoke(opportunity -> {
            requireVisible(opportunity, Optional.of(memberId));
            if (!opportunity.memberId.equals(memberId)) {
                throw Problem.forbidden("owner-required", "Only who published it may do this.");
            }
        });
    }

    private Uni<Void> change(Opportunity opportunity, OpportunityChange change) {
        UUID waiting = opportunity.pendingSubmission();
        opportunity.apply(change);
        return submissions.follow(waiting, opportunity);
    }

    private static void requireVisible(Opportunity opportunity, Optional<UUID> readerId) {
        if (opportunity == null || !opportunity.isOpen() || !opportunity.isSeenBy(readerId)) {
            throw Problem.notFound("opportunity");
        }
    }
}
