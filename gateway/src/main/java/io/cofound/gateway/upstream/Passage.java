package io.cofound.gateway.upstream;

import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.gateway.limit.RequestLimits;
import io.cofound.gateway.problem.GatewayProblem;
import io.cofound.gateway.problem.ProblemWriter;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import org.jboss.logging.Logger;

/** What happens to a request on its way to a service, and to the answer on its way back. */
@ApplicationScoped
class Passage implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Passage.class);

    private static final int NOT_MODIFIED = 304;

    private final RequestLimits limits;
    private final UpstreamConfig config;
    private final ProblemWriter problems;

    Passage(RequestLimits limits, UpstreamConfig config, ProblemWriter problems) {
        this.limits = limits;
        this.config = config;
        this.problems = problems;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        BoundedBody body =
                new BoundedBody(request.getBody().stream(), limits.body().asLongValue());
        request.setBody(Body.body(body, request.getBody().length()));
        HopByHop.remove(request.headers());
        addForwarded(request);
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(refuse(request, problemOf(request, body, failure))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        HopByHop.remove(context.response().headers());
        if (context.response().getStatusCode() == NOT_MODIFIED) {
            // Otherwise it would be announced as chunked.
            context.response().getBody().stream().resume();
            context.response().setBody(null);
        }
        // Once the head is out, a failure can only cut the connection, which the proxy has done by now.
        return context.sendResponse().otherwiseEmpty();
    }

    /** Names the client and the address it called; what the client itself says of that is not believed. */
    private static void addForwarded(ProxyRequest request) {
        HttpServerRequest original = request.proxiedRequest();
        request.headers().remove("Forwarded");
        request.putHeader("X-Forwarded-For", original.remoteAddress().hostAddress());
        request.putHeader("X-Forwarded-Proto", original.scheme());
        HostAndPort authority = original.authority();
        if (authority != null) {
            request.putHeader("X-Forwarded-Host", authority.toString());
            // Services build their Location headers from it.
            request.setAuthority(authority);
        }
    }

    private ProxyResponse refuse(ProxyRequest request, HttpProblem problem) {
        ProxyResponse response = request.release().response();
        limits.discardBody(request.proxiedRequest());
        return problems.write(problem, response);
    }

    private HttpProblem problemOf(ProxyRequest request, BoundedBody body, Throwable failure) {
        if (body.exceeded()) {
            return GatewayProblem.bodyTooLarge(limits.body().asLongValue());
        }
        // Its message may quote the query, and so what a member wrote.
        LOG.warnf(
                "%s %s: %s",
                request.getMethod(),
                request.proxiedRequest().path(),
                failure instanceof NotConnected
                        ? failure.getMessage()
                        : failure.getClass().getSimpleName());
        if (failure instanceof TimeoutException) {
            return request.proxiedRequest().isEnded() ? GatewayProblem.tooSlow() : GatewayProblem.requestTooSlow();
        }
        return GatewayProblem.unavailable(config.retryAfter());
    }
}
