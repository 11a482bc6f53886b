package io.cofound.moderation.quality;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** So that no test has to wait for chance. */
public final class EveryTextIsDrawn implements QuarkusTestResourceLifecycleManager {

    static final int CAP = 25;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "cofound.moderation.quality.share",
                "1",
                "cofound.moderation.quality.rejected-share",
                "1",
                "cofound.moderation.quality.cap",
                Integer.toString(CAP));
    }

    @Override
    public void stop() {}
}
