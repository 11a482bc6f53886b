package io.cofound.moderation.trust;

import java.util.Map;

import io.smallrye.config.ConfigMapping;

/** What an author's trust level changes about a judgement. */
@ConfigMapping(prefix = "cofound.moderation.trust")
interface TrustConfig {

    /**
     * By level, 0 to 4: the share of the uncertain band, 0 to below 1, that is taken off at its lower end. 0 for a level
     * that is not there.
     */
    Map<Integer, Double> narrowing();
}
