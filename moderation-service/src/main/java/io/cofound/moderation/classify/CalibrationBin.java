package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts of whose class the model was about as sure.
 *
 * @param texts how many
 * @param confidence mean probability of the class they were called, 0 to 1; 0 where there are none
 * @param accuracy share of them that were called right; 0 where there are none
 */
public record CalibrationBin(int texts, double confidence, double accuracy) {

    private static final int BINS = 10;

    /** Ten of equal width, the least sure first. */
    public static List<CalibrationBin> of(List<Outcome> outcomes) {
        List<List<Outcome>> bins = IntStream.range(0, BINS)
                .<List<Outcome>>mapToObj(i -> new ArrayList<>())
                .toList();
        outcomes.forEach(outcome ->
                bins.get(Math.min(BINS - 1, (int) (confidence(outcome) * BINS))).add(outcome));
        return bins.stream()
                .map(bin -> new CalibrationBin(
                        bin.size(),
                        bin.stream()
                                .mapToDouble(CalibrationBin::confidence)
                                .average()
                                .orElse(0),
                        bin.stream()
                                .mapToDouble(o -> o.called().equals(o.truth()) ? 1 : 0)
                                .average()
                                .orElse(0)))
                .toList();
    }

    private static double confidence(Outcome outcome) {
        return outcome.scores().get(outcome.called());
    }
}
