package io.cofound.moderation.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text as numbers, by name, each with the places in the text that it comes from. */
final class Features {

    /**
     * @param start first character in the normalised text
     * @param end after the last
     */
    record Span(int start, int end) {}

    /** Of one feature; enough to show evidence. */
    private static final int MOST_SPANS = 4;

    static final class Feature {

        private double value;
        private final List<Span> spans = new ArrayList<>(1);

        double value() {
            return value;
        }

        List<Span> spans() {
            return spans;
        }
    }

    private final Map<String, Feature> byName = new LinkedHashMap<>();

    void count(String name, int start, int end) {
        Feature feature = byName.computeIfAbsent(name, ignored -> new Feature());
        feature.value++;
        if (feature.spans.size() < MOST_SPANS) {
            feature.spans.add(new Span(start, end));
        }
    }

    /** A value without a place in the text; nothing for 0. */
    void put(String name, double value) {
        if (value != 0) {
            byName.computeIfAbsent(name, ignored -> new Feature()).value = value;
        }
    }

    /** Turns counts into weights: repeating a word says ever less, and a long text says no more than a short one. */
    void weigh(double norm) {
        double squares = 0;
        for (Feature feature : byName.values()) {
            feature.value = 1 + Math.log(feature.value);
            squares += feature.value * feature.value;
        }
        double scale = squares == 0 ? 0 : norm / Math.sqrt(squares);
        byName.values().forEach(feature -> feature.value *= scale);
    }

    /** The counts of matches of a signal, dampened, not normalised. */
    void dampen(double scale) {
        byName.values().forEach(feature -> feature.value = scale * (1 + Math.log(feature.value)));
    }

    void addAll(Features other) {
        byName.putAll(other.byName);
    }

    Map<String, Feature> byName() {
        return byName;
    }
}
