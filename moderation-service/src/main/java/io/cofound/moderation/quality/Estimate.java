package io.cofound.moderation.quality;

/**
 * A share of texts.
 *
 * @param value null where too few texts are ruled on to say
 * @param low lower limit of the 95 % confidence interval; null as value
 * @param high upper limit; null as value
 * @param texts that people ruled on and it is computed from
 */
record Estimate(Double value, Double low, Double high, long texts) {

    static Estimate notEnough(long texts) {
        return new Estimate(null, null, null, texts);
    }

    static Estimate of(double value, Interval interval, long texts) {
        // The estimate lies within its limits but for rounding.
        return new Estimate(value, Math.min(value, interval.low()), Math.max(value, interval.high()), texts);
    }

    boolean isEnough() {
        return value != null;
    }
}
