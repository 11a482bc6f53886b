package io.cofound.gateway.live;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the live stream. */
@ConfigMapping(prefix = "cofound.live")
interface LiveConfig {

    /** Streams that one member may have open. */
    @WithDefault("5")
    int streamsPerMember();

    /** Streams that may be open in all. */
    @WithDefault("5000")
    int streams();

    /** How often a stream without news shows that it lives. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How much may wait for one client before it counts as too slow. */
    @WithDefault("64K")
    MemorySize buffer();

    /** How long a client that was given up may take to read why. */
    @WithDefault("5s")
    Duration farewell();

    /** When clients should come back after a stream ended. */
    @WithDefault("2s")
    Duration retry();

    /**
     * Memberships that are kept in memory, about 200 bytes each. Members beyond it hear nothing of communities that
     * are not public.
     */
    @WithDefault("200000")
    int memberships();
}
