package io.cofound.moderation.rules;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How rules that people write are applied. */
@ConfigMapping(prefix = "cofound.moderation.rules")
interface RulesConfig {

    /** How often every instance looks whether the rule set changed. */
    @WithDefault("3s")
    Duration lookAfter();

    /** How many rules may see texts at once; each costs every text a little. */
    @WithDefault("200")
    int mostApplied();

    /** How long a hit counts for a rule's figures. */
    @WithDefault("P90D")
    Duration keepHits();
}
