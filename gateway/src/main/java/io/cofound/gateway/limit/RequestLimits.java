package io.cofound.gateway.limit;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.gateway.problem.GatewayProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** Refuses what is too large before anything is done with it. */
@ApplicationScoped
public class RequestLimits {

    /** After CORS, so that browsers may read the refusal; before authentication. */
    private static final int PRIORITY = 250;

    private final RequestConfig config;
    private final Vertx vertx;

    RequestLimits(RequestConfig config, Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    /** Bytes a body may have. */
    public MemorySize body() {
        return config.body();
    }

    /** Reads the rest of a body that nobody wants, for a while. */
    public void discardBody(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long patience = vertx.setTimer(
                config.discardLimit().toMillis(), timer -> request.connection().close());
        request.handler(chunk -> {})
                .exceptionHandler(gone -> vertx.cancelTimer(patience))
                .endHandler(end -> vertx.cancelTimer(patience))
                .resume();
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (sizeOfHead(request) > config.headers().asLongValue()) {
            discardBody(request);
            context.fail(GatewayProblem.headersTooLarge(config.headers().asLongValue()));
        } else if (announcedBody(request) > config.body().asLongValue()) {
            discardBody(request);
            context.fail(GatewayProblem.bodyTooLarge(config.body().asLongValue()));
        } else {
            context.next();
        }
    }

    private static long sizeOfHead(HttpServerRequest request) {
        long size = request.uri().length();
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + ": \r\n".length();
        }
        return size;
    }

    /** The HTTP server has refused anything but a number by now. */
    private static long announcedBody(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? 0 : Long.parseLong(length);
    }
}
