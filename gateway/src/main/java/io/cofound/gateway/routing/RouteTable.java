package io.cofound.gateway.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

/** Which service answers a path. The most specific pattern decides. */
@ApplicationScoped
public class RouteTable {

    /** What every route of the API begins with. */
    public static final String ROOT = "/api/v1";

    private record Route(RoutePattern pattern, String service) {}

    private final List<Route> routes;

    /** @throws IllegalArgumentException when two services claim the same paths */
    RouteTable(RoutingConfig config) {
        routes = config.services().entrySet().stream()
                .flatMap(service -> service.getValue().paths().stream()
                        .map(path -> new Route(RoutePattern.of(path), service.getKey())))
                .sorted(Comparator.comparing(Route::pattern))
                .toList();
        for (Route route : routes) {
            if (routes.stream().anyMatch(other -> other != route && other.pattern.sameAs(route.pattern))) {
                throw new IllegalArgumentException(route + " is there twice");
            }
        }
    }

    /**
     * @param path from the root, normalised, without a query
     * @return the service's name; empty for a path that is not part of the API
     */
    public Optional<String> serviceOf(String path) {
        return routeOf(path).map(Route::service);
    }

    /** The pattern that decides; empty for a path that is not part of the API. */
    Optional<String> patternOf(String path) {
        return routeOf(path).map(route -> route.pattern.toString());
    }

    private Optional<Route> routeOf(String path) {
        if (!path.startsWith(ROOT + "/")) {
            return Optional.empty();
        }
        String below = path.substring(ROOT.length());
        return routes.stream().filter(route -> route.pattern.matches(below)).findFirst();
    }
}
