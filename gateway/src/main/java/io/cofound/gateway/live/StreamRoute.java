package io.cofound.gateway.live;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.gateway.problem.GatewayProblem;
import io.cofound.gateway.routing.RouteTable;
import io.cofound.platform.web.identity.Caller;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * {@code GET /stream}: what happens, as it happens, for the member who is signed in. A plain route and not JAX-RS,
 * because how much waits for a slow client is to be seen and bounded.
 */
@ApplicationScoped
class StreamRoute {

    /** After the proxy, which leaves this path to it. */
    private static final int ORDER = 200;

    private final LiveNews news;
    private final LiveStreams streams;
    private final LiveConfig config;
    private final Vertx vertx;

    StreamRoute(LiveNews news, LiveStreams streams, LiveConfig config, Vertx vertx) {
        this.news = news;
        this.streams = streams;
        this.config = config;
        this.vertx = vertx;
    }

    void route(@Observes Router router) {
        router.route(RouteTable.ROOT + "/stream").order(ORDER).handler(this::open);
    }

    private void open(RoutingContext context) {
        if (context.request().method() != HttpMethod.GET) {
            context.fail(GatewayProblem.methodNotAllowed("GET"));
            return;
        }
        Caller caller = Caller.of(((QuarkusHttpUser) context.user()).getSecurityIdentity());
        UUID member = caller.id();
        if (!news.ready()) {
            throw GatewayProblem.unavailable(Duration.ofSeconds(2));
        }
        Instant expiry = caller.claim("exp")
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond)
                .orElseThrow();
        LiveStream stream = new LiveStream(member, expiry, context.response(), vertx.getOrCreateContext(), config);
        streams.add(stream);
        context.response().closeHandler(gone -> streams.remove(stream));
        context.response().endHandler(done -> streams.remove(stream));
        context.request().resume();
        stream.open();
    }
}
