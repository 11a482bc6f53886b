package io.cofound.content.reading;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How reads are gathered before they are kept. */
@ConfigMapping(prefix = "cofound.reading")
interface ReadingConfig {

    /** The longest that a read waits for others, and so about the longest that its request takes. */
    @WithDefault("1s")
    Duration flushEvery();

    /** How many reads are kept in one transaction, and told in one event; that many do not wait. */
    @WithDefault("500")
    int flushAt();

    /** How many reads may wait; one more is refused with 503. */
    @WithDefault("5000")
    int capacity();

    /** How many reads one member may send in a minute to one instance; one more is refused with 429. */
    @WithDefault("120")
    int perMinute();

    /** How long after its last sign a read counts as another reading of the same post. */
    @WithDefault("30m")
    Duration readingEndsAfter();
}
