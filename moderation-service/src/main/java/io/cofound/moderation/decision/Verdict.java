package io.cofound.moderation.decision;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Policy;

/**
 * What a person rules.
 *
 * @param evidence the words that decided it, copied from the text; may be empty
 * @param reason what the author is told beside the clause; null for nothing more
 */
public record Verdict(Occasion occasion, Label label, Action action, String evidence, String reason, UUID by) {

    /** Names people among what judged. */
    private static final String PEOPLE = "people";

    /** A person says which it is, not how likely. */
    Classification classification() {
        Map<Label, Double> scores = new EnumMap<>(Label.class);
        for (Label each : Label.values()) {
            scores.put(each, each == label ? 1.0 : 0.0);
        }
        return new Classification(
                label,
                scores,
                action,
                Rung.HUMAN,
                List.of(new Reason(Policy.of(label).clause(), evidence)),
                PEOPLE);
    }
}
