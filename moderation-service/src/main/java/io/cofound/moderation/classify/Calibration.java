package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;

/**
 * Makes the model's probabilities honest and turns them into actions. Fitted on predictions for texts that the
 * predicting model had not seen.
 *
 * @param temperature what log-probabilities are divided by; above 1 for a model that is too sure of itself
 * @param holdAt risk, 0 to 1, from which a person looks
 * @param rejectAt risk, 0 to 1, from which nobody needs to
 */
public record Calibration(double temperature, double holdAt, double rejectAt) {

    /** Of good texts; 0.04 is promised, and other texts are less like the seed than the seed is. */
    static final double MOST_HELD = 0.03;

    static final double MOST_REJECTED = 0.005;

    private static final double SMALLEST = 1e-12;

    static Calibration fit(List<Map<Label, Double>> unseen, List<Label> truth) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double temperature = 0.3; temperature < 4; temperature += 0.01) {
            double loss = 0;
            Calibration calibration = new Calibration(temperature, 0, 0);
            for (int i = 0; i < truth.size(); i++) {
                loss -= Math.log(
                        Math.max(SMALLEST, calibration.calibrate(unseen.get(i)).get(truth.get(i))));
            }
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        Calibration scaled = new Calibration(best, 0, 0);
        double[] risks = java.util.stream.IntStream.range(0, truth.size())
                .filter(i -> truth.get(i) == Label.OK)
                .mapToDouble(i -> 1 - scaled.calibrate(unseen.get(i)).get(Label.OK))
                .sorted()
                .toArray();
        return new Calibration(best, exceededBy(risks, MOST_HELD), exceededBy(risks, MOST_REJECTED));
    }

    private static double exceededBy(double[] sorted, double share) {
        return sorted[(int) Math.floor(sorted.length * (1 - share))];
    }

    Map<Label, Double> calibrate(Map<Label, Double> probabilities) {
        Map<Label, Double> powers = new EnumMap<>(Label.class);
        double sum = 0;
        for (Map.Entry<Label, Double> entry : probabilities.entrySet()) {
            double power = Math.pow(Math.max(SMALLEST, entry.getValue()), 1 / temperature);
            powers.put(entry.getKey(), power);
            sum += power;
        }
        double total = sum;
        powers.replaceAll((label, power) -> power / total);
        return powers;
    }

    Action action(double risk) {
        if (risk > rejectAt) {
            return Action.REJECT;
        }
        return risk > holdAt ? Action.HOLD : Action.PUBLISH;
    }
}
