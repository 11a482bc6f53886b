package io.cofound.matching.recommendation;

import java.time.Duration;

/** How fresh something is: 1 when new, half of it after each half-life. */
final class Freshness {

    private Freshness() {}

    /** @param age below zero, as clocks differ, is new */
    static double of(Duration age, Duration halfLife) {
        return Math.pow(2, -Math.max(0, age.toMillis()) / (double) halfLife.toMillis());
    }
}
