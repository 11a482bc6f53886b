package io.cofound.platform.events.topics;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How topics are made where they are missing. */
@ConfigMapping(prefix = "cofound.topics")
interface TopicConfig {

    /** False where operators make the topics themselves. */
    @WithDefault("true")
    boolean provision();

    /** Partitions of a new topic; at least 1. More let more consumers share the work. */
    @WithDefault("3")
    int partitions();

    /** Copies of each record; -1 takes the broker's default. */
    @WithDefault("-1")
    short replicationFactor();

    /** How long a service waits at its start for the broker to answer. */
    @WithDefault("60s")
    Duration patience();
}
