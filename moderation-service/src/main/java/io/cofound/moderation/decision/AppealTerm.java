package io.cofound.moderation.decision;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a ruling can be appealed against. */
@ConfigMapping(prefix = "cofound.moderation.appeal")
public interface AppealTerm {

    /** From the ruling on. */
    @WithDefault("P14D")
    Duration deadline();
}
