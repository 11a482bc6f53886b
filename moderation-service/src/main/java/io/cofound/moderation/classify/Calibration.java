package io.cofound.moderation.classify;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

    /**
     * @param unseen what the model thought likely, by label's ordinal
     * @param truth what it was
     */
    static Calibration fit(List<double[]> unseen, List<Label> truth) {
        double temperature = temperature(unseen, truth);
        double[] risks = risks(unseen, truth, temperature, label -> label == Label.OK);
        return new Calibration(temperature, exceededBy(risks, MOST_HELD), exceededBy(risks, MOST_REJECTED));
    }

    /** The temperature of least log-loss. */
    static double temperature(List<double[]> unseen, List<Label> truth) {
        double best = 1;
        double least = Double.MAX_VALUE;
        for (double temperature = 0.3; temperature < 4; temperature += 0.01) {
            double loss = 0;
            for (int i = 0; i < truth.size(); i++) {
                double likely = scale(unseen.get(i), temperature)[truth.get(i).ordinal()];
                loss -= Math.log(Math.max(SMALLEST, likely));
            }
            if (loss < least) {
                least = loss;
                best = temperature;
            }
        }
        return best;
    }

    /** The risks of the texts with such a label, ascending. */
    static double[] risks(List<double[]> unseen, List<Label> truth, double temperature, Predicate<Label> wanted) {
        return IntStream.range(0, truth.size())
                .filter(i -> wanted.test(truth.get(i)))
                .mapToDouble(i -> 1 - scale(unseen.get(i), temperature)[Label.OK.ordinal()])
                .sorted()
                .toArray();
    }

    /** The value that at most such a share of the sorted ones exceed. */
    static double exceededBy(double[] sorted, double share) {
        return sorted[(int) Math.floor(sorted.length * (1 - share))];
    }

    /** @param probabilities by label's ordinal */
    static double[] scale(double[] probabilities, double temperature) {
        double[] scores = new double[probabilities.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.log(Math.max(SMALLEST, probabilities[i])) / temperature;
        }
        return LinearModel.softmax(scores);
    }

    Action action(double risk) {
        if (risk > rejectAt) {
            return Action.REJECT;
        }
        return risk > holdAt ? Action.HOLD : Action.PUBLISH;
    }
}
