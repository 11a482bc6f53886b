package io.cofound.community.member;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import io.cofound.contracts.moderation.DecisionMade;

/**
 * What others saw of a member's own words until it was refused.
 *
 * @param revision of the member at which it was written
 * @param headline null if not told, as is about
 * @param ruling the last that is known about it
 */
@Embeddable
record Withheld(
        @Column(name = "withheld_revision") long revision,
        @Column(name = "withheld_name") String displayName,
        @Column(name = "withheld_headline") String headline,
        @Column(name = "withheld_about") String about,
        @Column(name = "withheld_links") String[] links,
        @Column(name = "withheld_decision_id") UUID decisionId,
        @Column(name = "withheld_ruling") long ruling) {

    static Withheld of(Words words, DecisionMade refusal) {
        return new Withheld(
                refusal.subjectRevision(),
                words.displayName(),
                words.headline(),
                words.about(),
                words.links().toArray(String[]::new),
                refusal.decisionId(),
                refusal.ruling());
    }

    Words words() {
        return new Words(displayName, headline, about, List.of(links));
    }

    Withheld after(DecisionMade decision) {
        return of(words(), decision);
    }

    /** Whether the decision says what was applied before, or something older. */
    boolean knows(DecisionMade decision) {
        return decision.decisionId().equals(decisionId) && decision.ruling() <= ruling;
    }
}
