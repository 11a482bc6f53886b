package io.cofound.platform.web.problem;

import java.net.URI;

import jakarta.ws.rs.core.Response.Status;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Refusals a client can act on, as RFC 9457 problems. The slug is the stable part: clients may branch on
 * {@code type}, which is {@value #TYPE_PREFIX} and the slug; titles and details are for people and may change.
 */
public final class Problem {

    public static final String TYPE_PREFIX = "urn:cofound:problem:";

    private Problem() {}

    /** 400: the request cannot be understood. */
    public static HttpProblem malformed(String slug, String detail) {
        return of(Status.BAD_REQUEST, slug, "Malformed request", detail).build();
    }

    /** 401: nobody is signed in, and this needs somebody. */
    public static HttpProblem unauthenticated() {
        return of(Status.UNAUTHORIZED, "unauthenticated", "Sign in first", "This needs a valid bearer token.")
                .withHeader("WWW-Authenticate", "Bearer")
                .build();
    }

    /** 403: the caller is known and may not. */
    public static HttpProblem forbidden(String slug, String detail) {
        return of(Status.FORBIDDEN, slug, "Not allowed", detail).build();
    }

    /** 404: it does not exist, or the caller may not know that it does. */
    public static HttpProblem notFound(String what) {
        return of(Status.NOT_FOUND, what + "-not-found", "Not found", "There is no such " + what + ".")
                .build();
    }

    /** 409: the state of things does not allow it now. */
    public static HttpProblem conflict(String slug, String detail) {
        return of(Status.CONFLICT, slug, "Conflict", detail).build();
    }

    /** 410: it was there and will not come back. */
    public static HttpProblem gone(String slug, String detail) {
        return of(Status.GONE, slug, "Gone", detail).build();
    }

    /** 412: somebody changed it since the caller read it. */
    public static HttpProblem stale(long currentRevision) {
        return of(
                        Status.PRECONDITION_FAILED,
                        "stale-revision",
                        "Changed meanwhile",
                        "Read it again and repeat the change on the current revision.")
                .with("currentRevision", currentRevision)
                .withHeader("ETag", "\"" + currentRevision + "\"")
                .build();
    }

    /** 422: well formed, but it cannot be done with these values. */
    public static HttpProblem unprocessable(String slug, String detail) {
        return HttpProblem.builder()
                .withStatus(422)
                .withType(URI.create(TYPE_PREFIX + slug))
                .withTitle("Cannot be done")
                .withDetail(detail)
                .build();
    }

    /** 428: an update must say which revision it is based on. */
    public static HttpProblem preconditionRequired() {
        return of(
                        Status.PRECONDITION_REQUIRED,
                        "if-match-required",
                        "If-Match is missing",
                        "Send the ETag you read in If-Match.")
                .build();
    }

    private static HttpProblem.Builder of(Status status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(URI.create(TYPE_PREFIX + slug))
                .withTitle(title)
                .withDetail(detail);
    }
}
