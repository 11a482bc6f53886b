package io.cofound.matching.opportunity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Needs and offers. They always go with their member: nobody is left to answer. */
@ApplicationScoped
class OpportunityPersonalData implements PersonalData {

    /**
     * @param publishedAt null if others never saw it
     * @param closedAt null while it is open
     */
    record Kept(
            UUID id,
            OpportunityKind kind,
            OpportunityCategory category,
            String title,
            String text,
            String language,
            Instant createdAt,
            Instant publishedAt,
            Instant closedAt,
            ModerationView moderation) {

        static Kept of(Opportunity opportunity) {
            return new Kept(
                    opportunity.id,
                    opportunity.kind,
                    opportunity.category,
                    opportunity.texts.title,
                    opportunity.texts.text,
                    opportunity.texts.language,
                    opportunity.createdAt,
                    opportunity.publishedAt,
                    opportunity.closedAt,
                    ModerationView.of(opportunity.texts));
        }
    }

    private final OpportunityRepository opportunities;
    private final Submissions submissions;
    private final Announcements announcements;

    OpportunityPersonalData(OpportunityRepository opportunities, Submissions submissions, Announcements announcements) {
        this.opportunities = opportunities;
        this.submissions = submissions;
        this.announcements = announcements;
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
                        "memberId = ?1 and createdAt <= ?2", request.memberId(), request.requestedAt()))
                .replaceWithVoid();
    }

    /** Closing is the last that is said under their keys, and it holds no text; of the closed ones it was said before. */
    private Uni<Void> close(List<Opportunity> open) {
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUniAndConcatenate(this::close)
                .collect()
                .last();
    }

    private Uni<Void> close(Opportunity opportunity) {
        UUID waiting = opportunity.pendingSubmission();
        opportunity.close();
        return submissions.follow(waiting, opportunity).chain(() -> announcements.closed(opportunity));
    }
}
