package io.cofound.community.churn;

import java.util.Comparator;
import java.util.List;

/**
 * How likely somebody is not to be active in the next 30 days.
 *
 * @param risk from 0 to 1: {@code 1 / (1 + exp(−(base + Σ contributions)))}
 * @param reasons what weighs most first
 */
record Assessment(double risk, List<Reason> reasons) {

    /** @param contribution to the log-odds of the risk; positive where it raises the risk */
    record Reason(Feature feature, double contribution) {}

    /** @param base log-odds to which the contributions are added */
    static Assessment of(double base, List<Reason> reasons) {
        double logOdds =
                base + reasons.stream().mapToDouble(Reason::contribution).sum();
        return new Assessment(
                LogisticRegression.probability(logOdds),
                reasons.stream()
                        .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.contribution())))
                        .toList());
    }
}
