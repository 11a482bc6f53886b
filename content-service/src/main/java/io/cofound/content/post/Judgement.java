package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was decided about a text, and why.
 *
 * @param id the decision, to be named in an appeal
 */
@Embeddable
@Schema(name = "Decision")
public record Judgement(
        @Column(name = "decision_id") UUID id,
        @Enumerated(EnumType.STRING) Label label,
        @Enumerated(EnumType.STRING) Action action,
        @Enumerated(EnumType.STRING) Rung rung,
        @Convert(converter = ReasonsConverter.class) List<Reason> reasons,
        Instant decidedAt) {

    public static Judgement of(DecisionMade decision) {
        return new Judgement(
                decision.decisionId(),
                decision.label(),
                decision.action(),
                decision.rung(),
                decision.reasons(),
                decision.decidedAt());
    }

    public boolean allows() {
        return action == Action.PUBLISH;
    }
}
