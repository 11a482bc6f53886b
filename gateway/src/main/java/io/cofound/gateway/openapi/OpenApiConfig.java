package io.cofound.gateway.openapi;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the one OpenAPI document is put together. */
@ConfigMapping(prefix = "cofound.openapi")
interface OpenApiConfig {

    /** How long a document that is complete is answered again before the services are asked anew. */
    @WithDefault("5m")
    Duration complete();

    /** The same for one in which a service is missing. */
    @WithDefault("5s")
    Duration incomplete();

    /** How long a service may take to answer. */
    @WithDefault("3s")
    Duration timeLimit();
}
