package io.cofound.content.draft;

import java.util.Optional;

import jakarta.validation.ConstraintViolationException;

import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.stream.Collectors.joining;

/**
 * Why a draft makes no post, as its author would have been told on the spot.
 *
 * @param slug as in the problem's type
 */
record Refusal(String slug, String detail) {

    private static final int LONGEST_DETAIL = 1_000;

    /** Empty for what is not the draft's fault, and may pass. */
    static Optional<Refusal> of(Throwable failure) {
        return switch (failure) {
            case HttpProblem problem when problem.getStatusCode() < 500 -> Optional.of(of(problem));
            case ConstraintViolationException invalid -> Optional.of(of(invalid));
            default -> Optional.empty();
        };
    }

    private static Refusal of(HttpProblem problem) {
        String type = String.valueOf(problem.getType());
        String slug = type.startsWith(Problem.TYPE_PREFIX) ? type.substring(Problem.TYPE_PREFIX.length()) : "refused";
        return new Refusal(slug, problem.getDetail());
    }

    /** Names the fields, and nothing of what is in them. */
    private static Refusal of(ConstraintViolationException invalid) {
        String detail = invalid.getConstraintViolations().stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(joining("; "));
        return new Refusal("invalid", detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL)));
    }
}
