package io.cofound.platform.events.delivery;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often and how fast a failed record is tried again. */
@ConfigMapping(prefix = "cofound.delivery")
interface RetryPolicy {

    /** Attempts before a record that itself seems to be at fault goes to the dead letters; at least 1. */
    @WithDefault("4")
    int attempts();

    /** Pause before the second attempt; each further pause is twice as long. */
    @WithDefault("100ms")
    Duration firstPause();

    @WithDefault("15s")
    Duration longestPause();

    /** Pause after the given failed attempt, counted from 1. */
    default Duration pauseAfter(int attempt) {
        Duration pause = firstPause().multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(longestPause()) < 0 ? pause : longestPause();
    }
}
