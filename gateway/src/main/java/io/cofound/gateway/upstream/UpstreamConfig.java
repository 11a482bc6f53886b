package io.cofound.gateway.upstream;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the gateway speaks with the services. */
@ConfigMapping(prefix = "cofound.upstream")
public interface UpstreamConfig {

    /** Connections to one service, kept open for the next request; at least 1. */
    @WithDefault("64")
    int connections();

    /** Requests that may wait for a connection to one service; further ones are refused at once. */
    @WithDefault("512")
    int waiting();

    /** How long a connection, or the wait for a free one, may take. */
    @WithDefault("3s")
    Duration connectLimit();

    /** How long a service may leave a request without any byte of an answer. */
    @WithDefault("30s")
    Duration timeLimit();

    /** When clients may try a service again that could not be reached. */
    @WithDefault("2s")
    Duration retryAfter();
}
