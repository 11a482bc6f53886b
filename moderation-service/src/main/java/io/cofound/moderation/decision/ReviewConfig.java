package io.cofound.moderation.decision;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How texts that wait for the language model are worked through. */
@ConfigMapping(prefix = "cofound.moderation.review")
interface ReviewConfig {

    /** How many at once in this instance; at least 1. */
    @WithDefault("2")
    int workers();

    /** How long a worker has one for itself; longer than any answer may take. */
    @WithDefault("30s")
    Duration lease();

    /** How long a worker waits for a wake-up before it looks for what a crashed one left. */
    @WithDefault("10s")
    Duration lookAfter();

    /** Workers that may take the same text before the local judgement stands; at least 1. */
    @WithDefault("2")
    int attempts();
}
