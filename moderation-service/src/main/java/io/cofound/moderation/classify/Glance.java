package io.cofound.moderation.classify;

import java.util.List;
import java.util.Optional;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/**
 * When a look at the surface of a text is enough, so that its meaning need not be asked for, which takes most of the
 * time.
 *
 * @param temperature of the model that sees the surface only
 * @param publishBelow risk, 0 to 1, below which a text is surely fine
 * @param rejectAbove risk from which it is surely not
 */
public record Glance(double temperature, double publishBelow, double rejectAbove) {

    /** Of bad texts that a glance lets through; the whole model misses several times as many. */
    private static final double MOST_MISSED = 0.005;

    /** Of good texts that a glance condemns. */
    private static final double MOST_CONDEMNED = 0.001;

    static Glance fit(List<double[]> unseen, List<Label> truth) {
        double temperature = Calibration.temperature(unseen, truth);
        double[] good = Calibration.risks(unseen, truth, temperature, label -> label == Label.OK);
        double[] bad = Calibration.risks(unseen, truth, temperature, label -> label != Label.OK);
        return new Glance(
                temperature,
                bad[(int) Math.floor(bad.length * MOST_MISSED)],
                Calibration.exceededBy(good, MOST_CONDEMNED));
    }

    /** Empty where a glance is not enough. */
    Optional<Action> action(double risk) {
        if (risk < publishBelow) {
            return Optional.of(Action.PUBLISH);
        }
        return risk > rejectAbove ? Optional.of(Action.REJECT) : Optional.empty();
    }
}
