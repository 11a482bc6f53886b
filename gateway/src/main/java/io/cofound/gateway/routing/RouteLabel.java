package io.cofound.gateway.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Makes metrics and traces name the pattern and not the path, of which there are as many as posts. */
@ApplicationScoped
class RouteLabel {

    /** Before whatever may refuse a request. */
    private static final int PRIORITY = 1000;

    /** What Quarkus's metrics and traces look for. */
    private static final String PATH_TEMPLATE = "UrlPathTemplate";

    private final RouteTable routes;

    RouteLabel(RouteTable routes) {
        this.routes = routes;
    }

    void register(@Observes Filters filters) {
        filters.register(this::label, PRIORITY);
    }

    private void label(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.startsWith(RouteTable.ROOT + "/")) {
            Vertx.currentContext()
                    .putLocal(
                            PATH_TEMPLATE,
                            routes.patternOf(path).map(RouteTable.ROOT::concat).orElse("NOT_FOUND"));
        }
        context.next();
    }
}
