package io.cofound.gateway.limit;

import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a client may make. Each gateway counts for itself. */
@ConfigMapping(prefix = "cofound.rate-limit")
interface RateLimitConfig {

    /** Of one member, from all devices together. */
    Budgets member();

    /** Of one address from which nobody is signed in. */
    Budgets anonymous();

    /** By trust level, 0 to 4, what a member's budgets are multiplied by; 1 for a level that is not there. */
    Map<Integer, Double> trustFactors();

    /** Clients that are remembered at a time; those seen longest ago are forgotten first. */
    @WithDefault("20000")
    int clients();

    /** Reads and writes do not use up each other's budget. */
    interface Budgets {

        Budget read();

        Budget write();
    }

    /** So many requests within such a time; unused ones come back evenly over it. */
    interface Budget {

        int requests();

        @WithDefault("1m")
        Duration per();
    }
}
