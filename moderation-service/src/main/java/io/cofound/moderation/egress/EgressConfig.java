package io.cofound.moderation.egress;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long it is known what left. */
@ConfigMapping(prefix = "cofound.moderation.egress")
interface EgressConfig {

    @WithDefault("P180D")
    Duration keep();
}
