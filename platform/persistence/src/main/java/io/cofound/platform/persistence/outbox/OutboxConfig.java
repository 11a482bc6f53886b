package io.cofound.platform.persistence.outbox;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works through the outbox. */
@ConfigMapping(prefix = "cofound.outbox")
interface OutboxConfig {

    /** False where Debezium reads the outbox instead. */
    @WithDefault("true")
    boolean relay();

    /** Rows sent before their acknowledgements are awaited; at least 1. */
    @WithDefault("500")
    int batchSize();

    /** How long the relay waits for a wake-up before it looks by itself, and a stand-by before it tries for the lock. */
    @WithDefault("2s")
    Duration lookAfter();

    /** Pause after a failure of the database or the broker. */
    @WithDefault("1s")
    Duration pauseAfterFailure();
}
