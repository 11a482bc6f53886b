package io.cofound.gateway.upstream;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.gateway.routing.RouteTable;
import io.cofound.gateway.routing.RoutingConfig;
import io.cofound.platform.web.problem.Problem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;

/** Passes every request of the API on to the service that the route table names. */
@ApplicationScoped
class ApiProxy {

    /** After the filters, before JAX-RS. */
    private static final int ORDER = 100;

    private final RouteTable routes;
    private final Map<String, HttpProxy> proxies = new HashMap<>();

    ApiProxy(RouteTable routes, RoutingConfig config, Upstreams upstreams, Passage passage) {
        this.routes = routes;
        config.services().forEach((name, service) -> service.url()
                .ifPresent(url -> proxies.put(name, proxy(url, upstreams, passage))));
    }

    void route(@Observes Router router) {
        router.route(RouteTable.ROOT + "/*").order(ORDER).handler(this::handle);
    }

    private static HttpProxy proxy(URI url, Upstreams upstreams, Passage passage) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), upstreams.client())
                .origin(context -> upstreams
                        .client()
                        .request(upstreams.request(url))
                        // The answer's future fails as well, and that is looked at.
                        .onSuccess(sent -> sent.exceptionHandler(failure -> {}))
                        .recover(failure -> Future.failedFuture(new NotConnected(failure))))
                .addInterceptor(passage);
    }

    private void handle(RoutingContext context) {
        Optional<String> service = routes.serviceOf(context.normalizedPath());
        if (service.isEmpty()) {
            context.fail(Problem.notFound("path"));
        } else if (proxies.containsKey(service.get())) {
            HttpServerRequest request = context.request();
            if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
                request.response().writeContinue();
            }
            if (request.version() == HttpVersion.HTTP_2 && mayHaveBodyOfUnknownLength(request)) {
                // HTTP/2 needs no such header; the proxy and HTTP/1.1 do.
                request.headers().set("Transfer-Encoding", "chunked");
            }
            proxies.get(service.get()).handle(request);
        } else {
            context.next();
        }
    }

    private static boolean mayHaveBodyOfUnknownLength(HttpServerRequest request) {
        return request.getHeader("Content-Length") == null
                && request.method() != HttpMethod.GET
                && request.method() != HttpMethod.HEAD;
    }
}
