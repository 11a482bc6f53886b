package io.cofound.moderation.learning;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** So that no test has to write hundreds of texts or wait for seconds. */
public final class LearnsFromLittle implements QuarkusTestResourceLifecycleManager {

    static final int AT_LEAST = 20;
    static final int SHADOW_AT_LEAST = 3;

    @Override
    public Map<String, String> start() {
        String learning = "cofound.moderation.learning.";
        return Map.of(
                learning + "at-least", Integer.toString(AT_LEAST),
                learning + "shadow-at-least", Integer.toString(SHADOW_AT_LEAST),
                learning + "look-after", "1s",
                // A few decisions say little; here the other margins are looked at.
                learning + "on-hold-out.macro-f1-may-fall", "0.1",
                learning + "on-hold-out.held-may-rise", "0.1",
                learning + "on-hold-out.published-may-rise", "0.1");
    }

    @Override
    public void stop() {}
}
