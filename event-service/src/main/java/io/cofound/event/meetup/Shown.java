package io.cofound.event.meetup;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.cofound.contracts.moderation.DecisionMade;

/**
 * The texts that others see.
 *
 * @param revision of the meetup at which they were written
 * @param decisionId what allowed them; null for what was published before there was judgement
 * @param ruling the last that is known about them; null as above
 */
@Embeddable
record Shown(
        @Column(name = "shown_revision") long revision,
        @Column(name = "shown_title") String title,
        @Column(name = "shown_description") String description,
        @Column(name = "shown_decision_id") UUID decisionId,
        @Column(name = "shown_ruling") Long ruling) {

    /** Whether the decision says what was applied before, or something older. */
    boolean knows(DecisionMade decision) {
        return decision.decisionId().equals(decisionId) && ruling != null && decision.ruling() <= ruling;
    }

    Shown allowedBy(DecisionMade decision) {
        return new Shown(revision, title, description, decision.decisionId(), decision.ruling());
    }
}
