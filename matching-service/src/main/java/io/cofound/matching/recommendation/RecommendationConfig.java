package io.cofound.matching.recommendation;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How posts are recommended. */
@ConfigMapping(prefix = "cofound.recommendation")
interface RecommendationConfig {

    /** After which time the freshness of a post counts half; said in every reason that uses it. */
    @WithDefault("7d")
    Duration halfLife();
}
