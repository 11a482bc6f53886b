package io.cofound.community.churn;

import java.time.Instant;
import java.util.List;

import io.cofound.community.churn.Assessment.Reason;

/**
 * A calibrated logistic regression.
 *
 * @param base log-odds of the risk of somebody who is average in everything
 * @param brier mean squared error of its probabilities on the hold-out, 0 is best
 * @param baselineBrier that of always saying the base rate
 * @param snapshots what it was fitted, calibrated and tested on
 */
record LearnedModel(Instant trainedAt, double base, List<Term> terms, double brier, double baselineBrier, int snapshots)
        implements ChurnModel {

    /** Adds {@code coefficient · (x − mean) / scale} to the log-odds. */
    record Term(Feature feature, double mean, double scale, double coefficient) {

        double contribution(Behaviour behaviour) {
            return coefficient * (feature.of(behaviour) - mean) / scale;
        }
    }

    @Override
    public Assessment assess(Behaviour behaviour) {
        return Assessment.of(
                base,
                terms.stream()
                        .map(term -> new Reason(term.feature(), term.contribution(behaviour)))
                        .toList());
    }
}
