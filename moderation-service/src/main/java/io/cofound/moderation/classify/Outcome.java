package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/**
 * What people and a model said of one text.
 *
 * @param truth what people said: a label, or, where they only said what it is not, {@code NOT_} and that label
 * @param called what the model said, in the same words
 * @param scores probability of each class, 0 to 1, together 1
 */
public record Outcome(String truth, String called, Map<String, Double> scores, Action action) {

    /** Before the label of texts of which is known only that they do not have it. */
    public static final String NOT = "NOT_";

    static Outcome of(Label truth, Classification judged) {
        Map<String, Double> scores = new LinkedHashMap<>();
        new EnumMap<>(judged.scores()).forEach((label, score) -> scores.put(label.name(), score));
        return new Outcome(truth.name(), judged.label().name(), scores, judged.action());
    }

    /** Of a text that was only asked whether it has this label. */
    static Outcome of(Label asked, boolean truth, Classification judged) {
        String not = NOT + asked;
        double score = judged.scores().get(asked);
        return new Outcome(
                truth ? asked.name() : not,
                judged.label() == asked ? asked.name() : not,
                Map.of(asked.name(), score, not, 1 - score),
                judged.action());
    }
}
