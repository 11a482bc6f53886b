package io.cofound.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** The route table, as it stands in application.properties. */
@ConfigMapping(prefix = "cofound.routing")
public interface RoutingConfig {

    /** By name. */
    Map<String, Service> services();

    /** Who answers what. */
    interface Service {

        /** Where it listens, scheme, host and port; empty for what the gateway answers itself. */
        Optional<URI> url();

        /** Its paths below {@value RouteTable#ROOT}, see {@link RoutePattern}. */
        List<String> paths();
    }
}
