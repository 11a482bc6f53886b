package io.cofound.matching.opportunity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityKind;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.platform.text.LanguageDetector;

import static java.util.Objects.requireNonNullElse;

/** Something a member needs or offers. */
@Entity
class Opportunity {

    @Id
    UUID id;

    long revision;

    UUID memberId;

    @Enumerated(EnumType.STRING)
    OpportunityKind kind;

    @Enumerated(EnumType.STRING)
    OpportunityCategory category;

    String title;

    String text;

    String language;

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
        this.publishedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        write(draft.title(), draft.text());
    }

    /** What the change leaves out stays as it is. */
    void apply(OpportunityChange change) {
        write(requireNonNullElse(change.title(), title), requireNonNullElse(change.text(), text));
        revision++;
    }

    void close() {
        closedAt = Instant.now();
        revision++;
    }

    boolean isOpen() {
        return closedAt == null;
    }

    OpportunityPublished published() {
        return new OpportunityPublished(id, revision, memberId, kind, category, title, text, language, publishedAt);
    }

    PublicOpportunity publicly() {
        return new PublicOpportunity(id, revision, memberId, kind, category, title, text, language, publishedAt);
    }

    OpportunityClosed closed() {
        return new OpportunityClosed(id, revision, memberId, closedAt);
    }

    private void write(String newTitle, String newText) {
        title = newTitle;
        text = newText;
        language = LanguageDetector.detect(newTitle + "\n" + newText);
    }
}
