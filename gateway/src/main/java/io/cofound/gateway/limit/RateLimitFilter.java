package io.cofound.gateway.limit;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.gateway.limit.RateLimiter.Allowance;
import io.cofound.gateway.problem.GatewayProblem;
import io.cofound.gateway.routing.RouteTable;
import io.cofound.gateway.trust.Trust;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Tells every client of the API what it has left, and refuses those who have nothing left. */
@ApplicationScoped
class RateLimitFilter {

    /** After authentication, which is at 200. */
    private static final int PRIORITY = 150;

    private final RateLimiter limiter;
    private final RequestLimits requests;
    private final Trust trust;

    RateLimitFilter(RateLimiter limiter, RequestLimits requests, Trust trust) {
        this.limiter = limiter;
        this.requests = requests;
        this.trust = trust;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        if (!context.normalizedPath().startsWith(RouteTable.ROOT)) {
            context.next();
            return;
        }
        Client client = Client.of(context);
        int trustLevel = client instanceof Client.Member member ? trust.levelOf(member.id()) : 0;
        Allowance allowance = limiter.spend(client, isWrite(context.request().method()), trustLevel);
        tell(allowance, context.response());
        if (allowance.allowed()) {
            context.next();
        } else {
            requests.discardBody(context.request());
            context.fail(GatewayProblem.tooManyRequests(allowance.nextIn()));
        }
    }

    /** As in the IETF's draft "RateLimit header fields for HTTP"; times are whole seconds, rounded up. */
    private static void tell(Allowance allowance, HttpServerResponse response) {
        int requests = allowance.budget().requests();
        response.putHeader("RateLimit-Limit", Integer.toString(requests))
                .putHeader("RateLimit-Remaining", Long.toString(allowance.remaining()))
                .putHeader("RateLimit-Reset", Long.toString(seconds(allowance.reset())))
                .putHeader(
                        "RateLimit-Policy",
                        requests + ";w=" + seconds(allowance.budget().per()));
    }

    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    private static boolean isWrite(HttpMethod method) {
        return method != HttpMethod.GET && method != HttpMethod.HEAD && method != HttpMethod.OPTIONS;
    }
}
