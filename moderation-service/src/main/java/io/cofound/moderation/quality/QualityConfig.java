package io.cofound.moderation.quality;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much people look at that the cascade decided alone, and from when on a gap between groups is an alarm. */
@ConfigMapping(prefix = "cofound.moderation.quality")
interface QualityConfig {

    /** Share of what is published, 0 to 1, that is drawn. */
    @WithDefault("0.01")
    double share();

    /** As {@link #share}, by language: zh, en, other. Goes before it. */
    Map<String, Double> shareOf();

    /** Share of what is rejected, 0 to 1, that is drawn. */
    @WithDefault("0.05")
    double rejectedShare();

    /** Texts a day that are drawn on average in each of {@link #floorLanguages} as soon as that many are judged. */
    @WithDefault("10")
    double floor();

    @WithDefault("zh,en")
    Set<String> floorLanguages();

    /** Cases a day at most in one community; at least 1. */
    @WithDefault("10")
    int cap();

    /** How far the figures look back. */
    @WithDefault("28d")
    Duration window();

    /** Difference of two groups' false-positive rates, 0 to 1, above which it is an alarm if it is significant, too. */
    @WithDefault("0.03")
    double gap();

    /** How often alarms are looked after, waiting samples become more urgent and what is older than the window goes. */
    @WithDefault("5m")
    Duration lookAfter();
}
