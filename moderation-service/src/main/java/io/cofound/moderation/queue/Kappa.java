package io.cofound.moderation.queue;

import java.util.List;
import java.util.function.Predicate;

import io.cofound.contracts.moderation.Label;

/**
 * Agreement of two people who judged the same texts without knowing of each other, corrected for chance: Cohen, "A
 * coefficient of agreement for nominal scales" (1960). 1 is full agreement, 0 what guessing with the same habits gives.
 *
 * @param pairs texts that two people judged
 * @param agreement share of them with the same label, 0 to 1
 * @param kappa null without pairs, or where both always gave the same one label, since chance explains everything then
 */
public record Kappa(long pairs, double agreement, Double kappa) {

    /** A label of the first and one of the second, and how often these two met. */
    record Count(Label first, Label second, long times) {}

    static Kappa of(List<Count> counts) {
        long pairs = counts.stream().mapToLong(Count::times).sum();
        if (pairs == 0) {
            return new Kappa(0, 0, null);
        }
        double observed = share(counts, pairs, count -> count.first() == count.second());
        double expected = 0;
        for (Label label : Label.values()) {
            expected += share(counts, pairs, count -> count.first() == label)
                    * share(counts, pairs, count -> count.second() == label);
        }
        return new Kappa(pairs, observed, expected == 1 ? null : (observed - expected) / (1 - expected));
    }

    private static double share(List<Count> counts, long pairs, Predicate<Count> which) {
        return (double) counts.stream().filter(which).mapToLong(Count::times).sum() / pairs;
    }
}
