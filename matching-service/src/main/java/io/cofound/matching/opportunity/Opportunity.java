package io.cofound.matching.opportunity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.matching.OpportunityWithheld;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.contracts.moderation.DecisionMade;

import static java.util.Objects.requireNonNullElse;

/** Something a member needs or offers. */
@Entity
class Opportunity {

    @Id
    UUID id;

    /** Counts what its owner changes. */
    long revision;

    /** The revision of the last event: texts are accepted without a change of the owner's. */
    long told;

    UUID memberId;

    @Enumerated(EnumType.STRING)
    OpportunityKind kind;

    @Enumerated(EnumType.STRING)
    OpportunityCategory category;

    @Embedded
    Texts texts;

    Instant createdAt;

    /** When others first saw it; null if they never did. */
    Instant publishedAt;

    /** Null while it is open. */
    Instant closedAt;

    protected Opportunity() {}

    Opportunity(UUID memberId, OpportunityDraft draft) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.memberId = memberId;
        this.kind = draft.kind();
        this.category = draft.category();
        this.createdAt = now();
        this.texts = new Texts(draft.title(), draft.text());
        texts.submit(revision);
    }

    /** What the change leaves out stays as it is. */
    void apply(OpportunityChange change) {
        boolean rewritten = texts.write(
                requireNonNullElse(change.title(), texts.title), requireNonNullElse(change.text(), texts.text));
        revision++;
        if (rewritten) {
            texts.submit(revision);
        }
    }

    /** @return whether others see something else now */
    boolean decide(DecisionMade decision) {
        boolean seenDifferently = texts.decide(decision);
        if (isShown() && publishedAt == null) {
            publishedAt = now();
        }
        return seenDifferently;
    }

    /** Before each event: readers ignore one with a lower revision than that of the last. */
    void tell() {
        told = Math.max(told + 1, revision);
    }

    void close() {
        closedAt = Instant.now();
        revision++;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** @param readerId empty for somebody who is not signed in */
    boolean isSeenBy(Optional<UUID> readerId) {
        return isShown() || readerId.filter(memberId::equals).isPresent();
    }

    boolean isShown() {
        return texts.isShown();
    }

    /** Null if nothing waits for judgement. */
    UUID pendingSubmission() {
        return isOpen() && texts.isPending() ? texts.submissionId : null;
    }

    OpportunityPublished published() {
        Shown shown = texts.shown;
        return new OpportunityPublished(
                id, told, memberId, kind, category, shown.title(), shown.text(), shown.language(), publishedAt);
    }

    PublicOpportunity publicly() {
        Shown shown = texts.shown;
        return new PublicOpportunity(
                id, told, memberId, kind, category, shown.title(), shown.text(), shown.language(), publishedAt);
    }

    OpportunityClosed closed() {
        return new OpportunityClosed(id, told, memberId, closedAt);
    }

    OpportunityWithheld withheld() {
        return new OpportunityWithheld(id, told, memberId, Instant.now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
