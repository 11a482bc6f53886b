package io.cofound.event.meetup;

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
 * What was decided about the texts of a meetup, and why.
 *
 * @param id the decision, to be named in an appeal
 * @param ruling the number of the ruling that was applied last: 1 is the cascade's, later ones are people's
 */
@Embeddable
@Schema(name = "Decision")
record Judgement(
        @Column(name = "decision_id") UUID id,
        long ruling,
        @Enumerated(EnumType.STRING) Label label,
        @Enumerated(EnumType.STRING) Action action,
        @Enumerated(EnumType.STRING) Rung rung,
        @Convert(converter = ReasonsConverter.class) List<Reason> reasons,
        Instant decidedAt) {

    static Judgement of(DecisionMade decision) {
        return new Judgement(
                decision.decisionId(),
                decision.ruling(),
                decision.label(),
                decision.action(),
                decision.rung(),
                decision.reasons(),
                decision.decidedAt());
    }

    /** Whether the decision says what was applied before, or something older. */
    boolean knows(DecisionMade decision) {
        return decision.decisionId().equals(id) && decision.ruling() <= ruling;
    }

    boolean allows() {
        return action == Action.PUBLISH;
    }
}
