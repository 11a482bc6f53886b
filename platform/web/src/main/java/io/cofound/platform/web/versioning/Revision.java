package io.cofound.platform.web.versioning;

import jakarta.ws.rs.core.EntityTag;

import io.cofound.platform.web.problem.Problem;

/** The revision of a thing as HTTP carries it: {@code ETag: "3"} on reads, {@code If-Match: "3"} on updates. */
public final class Revision {

    private Revision() {}

    public static EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /**
     * @param ifMatch the header's value; null when it was not sent
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without the header, 400 for anything but one strong ETag
     */
    public static long expected(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problem.preconditionRequired();
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceAll("^\"(.*)\"$", "$1"));
        } catch (NumberFormatException e) {
            throw Problem.malformed("invalid-if-match", "If-Match takes the ETag that was answered, as in \"3\".");
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 412 when they differ */
    public static void check(long expected, long current) {
        if (expected != current) {
            throw Problem.stale(current);
        }
    }
}
