package io.cofound.gateway.problem;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

/** Whatever fails at the door is answered as a problem, and nothing of the inside is told. */
@ApplicationScoped
class Failures {

    private static final Logger LOG = Logger.getLogger(Failures.class);

    /** Before Quarkus's own failure handlers. */
    private static final int FIRST = -10_000;

    /** When to try again while the OIDC provider, whose keys are needed, has not been reached yet. */
    private static final Duration PROVIDER_AWAY = Duration.ofSeconds(5);

    private final ProblemWriter problems;

    Failures(ProblemWriter problems) {
        this.problems = problems;
    }

    void handle(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::answer);
        router.route().last().handler(context -> context.fail(Problem.notFound("path")));
    }

    private void answer(RoutingContext context) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Too late for a status: a cut connection is the only honest sign left.
            response.reset();
            return;
        }
        problems.write(problemOf(context), response);
    }

    private static HttpProblem problemOf(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof HttpProblem problem) {
            return problem;
        }
        if (failure instanceof AuthenticationException) {
            return GatewayProblem.invalidToken();
        }
        if (failure == null && context.statusCode() >= 400 && context.statusCode() < 500) {
            return GatewayProblem.ofStatus(context.statusCode());
        }
        if (failure instanceof OIDCException) {
            LOG.warnf("a token cannot be checked: %s", failure.getMessage());
            return GatewayProblem.unavailable(PROVIDER_AWAY);
        }
        LOG.errorf(failure, "%s %s failed", context.request().method(), context.normalizedPath());
        return GatewayProblem.unexpected();
    }
}
