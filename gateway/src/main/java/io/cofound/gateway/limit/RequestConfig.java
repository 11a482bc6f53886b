package io.cofound.gateway.limit;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a request may be. */
@ConfigMapping(prefix = "cofound.request")
interface RequestConfig {

    /** Bytes of a body, whether announced or counted while it streams. */
    @WithDefault("256K")
    MemorySize body();

    /** Bytes of the request line and all headers. Has to be below what the HTTP server itself takes. */
    @WithDefault("16K")
    MemorySize headers();

    /**
     * How long a refused body is still read, so that a client that answers only after it has sent everything sees the
     * refusal; after that the connection is closed.
     */
    @WithDefault("10s")
    Duration discardLimit();
}
