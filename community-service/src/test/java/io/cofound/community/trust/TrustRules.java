package io.cofound.community.trust;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The rule with the numbers it is shipped with, or some of them replaced. */
final class TrustRules {

    private TrustRules() {}

    static TrustRule standard() {
        return with(Map.of());
    }

    static TrustRule with(Map<String, String> numbers) {
        return new TrustRule(new SmallRyeConfigBuilder()
                .withMapping(TrustConfig.class)
                .withSources(new PropertiesConfigSource(numbers, "test", 100))
                .build()
                .getConfigMapping(TrustConfig.class));
    }
}
