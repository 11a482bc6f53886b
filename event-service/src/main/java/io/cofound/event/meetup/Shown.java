package io.cofound.event.meetup;

import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.cofound.contracts.moderation.DecisionMade;

/**
 * The texts that others see, or saw until they were refused.
 *
 * @param revision of the meetup at which they were written
 * @param decisionId what was decided about them; null for what was published before there was judgement
 * @param ruling the last that is known about them; null as above
 */
@Embeddable
record Shown(
        @Column(name = "shown_revision") long revision,
        @Column(name = "shown_title") String title,
        @Column(name = "shown_description") String description,
        @Column(name = "shown_decision_id") UUID decisionId,
        @Column(name = "shown_ruling") Long ruling) {

    /** Whether the decision is about these texts, and says something newer than what was applied before. */
    boolean concerns(DecisionMade decision) {
        boolean known = decision.decisionId().equals(decisionId) && ruling != null && decision.ruling() <= ruling;
        return revision == decision.subjectRevision() && !known;
    }

    Shown after(DecisionMade decision) {
        return new Shown(revision, title, description, decision.decisionId(), decision.ruling());
    }
}
