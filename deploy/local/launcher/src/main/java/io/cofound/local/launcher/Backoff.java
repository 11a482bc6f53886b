package io.cofound.local.launcher;

import java.time.Duration;

/** How long to wait before the next restart: twice as long each time, from the start again after a good while. */
final class Backoff {

    static final Duration FIRST = Duration.ofMillis(500);
    static final Duration LONGEST = Duration.ofSeconds(30);

    /** A process that was ready for this long has proved that it can work. */
    static final Duration GOOD_WHILE = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /** The pause before the restart that is due now. */
    Duration next() {
        var pause = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }

    /** Tells how long the process that ended had been ready. */
    void wasReadyFor(Duration time) {
        if (time.compareTo(GOOD_WHILE) >= 0) {
            next = FIRST;
        }
    }
}
