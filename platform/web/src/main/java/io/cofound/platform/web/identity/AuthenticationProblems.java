package io.cofound.platform.web.identity;

import jakarta.ws.rs.core.Response;

import io.cofound.platform.web.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * A token that proves nothing is answered as a problem. These stand before quarkus-resteasy-problem's own mappers,
 * which as of 3.21.0 read a field that Quarkus 3.33 no longer has and would turn every 401 into a 500.
 */
class AuthenticationProblems {

    private static final int BEFORE_THE_LIBRARY = 1;

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_LIBRARY)
    public Response invalidToken(AuthenticationFailedException failure) {
        return Problem.unauthenticated().toResponse();
    }

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_THE_LIBRARY)
    public Response nobodySignedIn(UnauthorizedException failure) {
        return Problem.unauthenticated().toResponse();
    }
}
