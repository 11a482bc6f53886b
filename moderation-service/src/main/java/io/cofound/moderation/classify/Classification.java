package io.cofound.moderation.classify;

import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;

/**
 * What a text was judged to be.
 *
 * @param label the likeliest
 * @param scores calibrated probability of each label, 0 to 1, together 1
 * @param action what the likelihoods ask for; a text may be published although OK is not its likeliest label, since
 *     holding a good one does harm too
 * @param rung the step of the cascade that decided
 * @param reasons most important first, never empty
 * @param model versions of what judged
 */
public record Classification(
        Label label, Map<Label, Double> scores, Action action, Rung rung, List<Reason> reasons, String model) {

    /** Probability that the text is anything but OK. */
    public double risk() {
        return 1 - scores.get(Label.OK);
    }
}
