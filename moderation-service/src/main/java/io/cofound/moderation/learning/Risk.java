package io.cofound.moderation.learning;

/** Ten equal parts of the risk, 0 to 1. */
final class Risk {

    static final int BINS = 10;

    private Risk() {}

    static int bin(double risk) {
        return Math.max(0, Math.min(BINS - 1, (int) (risk * BINS)));
    }
}
