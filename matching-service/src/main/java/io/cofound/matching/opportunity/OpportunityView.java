package io.cofound.matching.opportunity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.matching.OpportunityCategory;
import io.cofound.contracts.matching.OpportunityKind;

/**
 * A need or an offer as somebody may see it: its owner the texts written last, others the ones that were accepted.
 *
 * @param language detected, BCP 47
 * @param publishedAt when others first saw it; null if they never did
 * @param moderation how the texts stand; for the owner alone
 */
public record OpportunityView(
        UUID id,
        long revision,
        UUID memberId,
        OpportunityKind kind,
        OpportunityCategory category,
        String title,
        String text,
        String language,
        Instant publishedAt,
        ModerationView moderation) {

    static OpportunityView of(Opportunity opportunity, Optional<UUID> readerId) {
        return readerId.filter(opportunity.memberId::equals).isPresent() ? latest(opportunity) : shown(opportunity);
    }

    /** For its owner. */
    static OpportunityView latest(Opportunity opportunity) {
        Texts texts = opportunity.texts;
        return of(opportunity, texts.title, texts.text, texts.language, ModerationView.of(texts));
    }

    /** For everybody else, of what is shown. */
    static OpportunityView shown(Opportunity opportunity) {
        Shown shown = opportunity.texts.shown;
        return of(opportunity, shown.title(), shown.text(), shown.language(), null);
    }

    private static OpportunityView of(
            Opportunity opportunity, String title, String text, String language, ModerationView moderation) {
        return new OpportunityView(
                opportunity.id,
                opportunity.revision,
                opportunity.memberId,
                opportunity.kind,
                opportunity.category,
                title,
                text,
                language,
                opportunity.publishedAt,
                moderation);
    }
}
