package io.cofound.gateway.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Route tables without a server around them. */
public final class RouteTables {

    private RouteTables() {}

    /** The one that ships. */
    public static RouteTable shipped() {
        try {
            var properties = new PropertiesConfigSource(RouteTables.class.getResource("/application.properties"));
            return of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RouteTable of(Map<String, String> pathsByService) {
        Map<String, String> properties = new java.util.HashMap<>();
        pathsByService.forEach(
                (service, paths) -> properties.put("cofound.routing.services." + service + ".paths", paths));
        return of(new PropertiesConfigSource(properties, "test", 100));
    }

    private static RouteTable of(PropertiesConfigSource source) {
        return new RouteTable(new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(source)
                .withMapping(RoutingConfig.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(RoutingConfig.class));
    }
}
