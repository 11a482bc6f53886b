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

    /** How long every record of a topic stays, also one that a newer of its key has replaced: the longest a consumer may be away. */
    @WithDefault("7d")
    Duration minCompactionLag();

    /** By when a replaced record is gone, as soon as its partition is written to again; longer than the lag above. */
    @WithDefault("14d")
    Duration maxCompactionLag();

    /** How long news stays that nobody reads later. */
    @WithDefault("1d")
    Duration newsRetention();

    /** How long a failed record waits to be replayed. It may hold what a member wrote, so not for ever. */
    @WithDefault("28d")
    Duration deadLetterRetention();
}
