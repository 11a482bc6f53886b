package io.cofound.moderation.classify;

import java.util.Arrays;

/** Where in a text one kind of feature was seen, and how much each of them counts. */
final class Sightings {

    /** Places fit into 20 bits, since texts are cut into windows long before. */
    private static final int PLACE_BITS = 20;

    private static final long PLACE = (1L << PLACE_BITS) - 1;

    @FunctionalInterface
    interface Visitor {
        /** @param value the feature's share that belongs to this place */
        void seen(int feature, double value, int start, int end);
    }

    private long[] seen = new long[128];
    private int size;
    private double scale;

    void add(int feature, int start, int end) {
        if (size == seen.length) {
            seen = Arrays.copyOf(seen, size * 2);
        }
        seen[size++] = (long) feature << 2 * PLACE_BITS | (long) start << PLACE_BITS | end;
    }

    /** Repeating a feature says ever less, and with a norm a long text says no more than a short one. */
    void weighTo(double norm) {
        Arrays.sort(seen, 0, size);
        double squares = 0;
        for (int start = 0; start < size; start = afterRun(start)) {
            double value = dampened(afterRun(start) - start);
            squares += value * value;
        }
        scale = squares == 0 ? 0 : norm / Math.sqrt(squares);
    }

    /** Dampened, not normalised. */
    void weighBy(double factor) {
        Arrays.sort(seen, 0, size);
        scale = factor;
    }

    void addTo(Features.Builder features) {
        for (int start = 0; start < size; start = afterRun(start)) {
            features.put(feature(start), scale * dampened(afterRun(start) - start));
        }
    }

    void forEach(Visitor visitor) {
        for (int start = 0; start < size; start = afterRun(start)) {
            int end = afterRun(start);
            double each = scale * dampened(end - start) / (end - start);
            for (int i = start; i < end; i++) {
                visitor.seen(feature(i), each, (int) (seen[i] >>> PLACE_BITS & PLACE), (int) (seen[i] & PLACE));
            }
        }
    }

    private int afterRun(int start) {
        int end = start + 1;
        while (end < size && feature(end) == feature(start)) {
            end++;
        }
        return end;
    }

    private int feature(int at) {
        return (int) (seen[at] >>> 2 * PLACE_BITS);
    }

    private static double dampened(int count) {
        return 1 + Math.log(count);
    }
}
