package io.cofound.gateway.trust;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what the gateway knows about trust. */
@ConfigMapping(prefix = "cofound.trust")
interface TrustConfig {

    /** Members whose level is kept in memory, about 150 bytes each; those beyond it count as level 0. */
    @WithDefault("200000")
    int members();
}
