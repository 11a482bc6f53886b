package io.cofound.moderation.queue;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people work through cases. */
@ConfigMapping(prefix = "cofound.moderation.queue")
interface QueueConfig {

    /** How long a case is one moderator's; claiming it again extends it. */
    @WithDefault("PT15M")
    Duration claim();

    /** Share of resolved reviews and reports, 0 to 1, that somebody else judges again without knowing how. */
    @WithDefault("0.05")
    double secondShare();

    /** Severe cases that one moderator takes within an hour; at least 1. */
    @WithDefault("20")
    int severePerHour();

    /** Cases in a row after which a moderator takes a break; at least 1. */
    @WithDefault("50")
    int inARow();

    /** How long a break is; what lies further apart is not in a row. */
    @WithDefault("PT10M")
    Duration pause();
}
