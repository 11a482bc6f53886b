package io.cofound.gateway.problem;

import java.net.URI;
import java.time.Duration;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The refusals that only the door knows. */
public final class GatewayProblem {

    private GatewayProblem() {}

    /** 401: a token was sent, and it is expired, foreign, unsigned or no token at all. */
    public static HttpProblem invalidToken() {
        return of(401, "invalid-token", "Sign in again", "The bearer token is not valid, or no longer.")
                .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                .build();
    }

    /** 405 */
    public static HttpProblem methodNotAllowed(String allowed) {
        return of(405, "method-not-allowed", "Method not allowed", "This takes " + allowed + ".")
                .withHeader("Allow", allowed)
                .build();
    }

    /** 408: the body did not arrive in time. */
    public static HttpProblem requestTooSlow() {
        return of(408, "request-too-slow", "Request too slow", "The request's body did not arrive in time.")
                .build();
    }

    /** 413 */
    public static HttpProblem bodyTooLarge(long limit) {
        return of(413, "body-too-large", "Body too large", "A request's body may have " + limit + " bytes.")
                .with("limit", limit)
                .build();
    }

    /** 429 */
    public static HttpProblem tooManyRequests(Duration wait) {
        return later(429, "too-many-requests", "Too many requests", "Slow down.", wait);
    }

    /** 429: as many live streams as one member may have are open. */
    public static HttpProblem tooManyStreams(int limit) {
        return of(429, "too-many-streams", "Too many streams", "Close one of your " + limit + " streams first.")
                .with("limit", limit)
                .build();
    }

    /** 431 */
    public static HttpProblem headersTooLarge(long limit) {
        return of(431, "headers-too-large", "Headers too large", "A request's headers may have " + limit + " bytes.")
                .with("limit", limit)
                .build();
    }

    /** 500: says nothing of what went wrong inside. */
    public static HttpProblem unexpected() {
        return of(500, "unexpected", "Something went wrong", "It was our fault. It is logged.")
                .build();
    }

    /** 503: what has to answer this cannot be reached, or has no room. */
    public static HttpProblem unavailable(Duration retryAfter) {
        return later(
                503, "service-unavailable", "Not available now", "What answers this is away; try again.", retryAfter);
    }

    /** 504: what has to answer this took too long. A change may or may not have been made. */
    public static HttpProblem tooSlow() {
        return of(504, "service-too-slow", "No answer in time", "What answers this took too long.")
                .build();
    }

    /** Any other status, as the HTTP server itself answers it. */
    static HttpProblem ofStatus(int status) {
        return of(status, "http-" + status, "Request refused", "The request was refused.")
                .build();
    }

    private static HttpProblem later(int status, String slug, String title, String detail, Duration wait) {
        return of(status, slug, title, detail)
                .withHeader("Retry-After", Math.max(1, wait.plusMillis(999).toSeconds()))
                .build();
    }

    private static HttpProblem.Builder of(int status, String slug, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withType(URI.create(Problem.TYPE_PREFIX + slug))
                .withTitle(title)
                .withDetail(detail);
    }
}
