package io.cofound.platform.web.json;

import java.util.stream.Collectors;

import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.cofound.platform.web.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * JSON that is of another shape than asked for is answered as a problem that names the field, and neither Java's types
 * nor what was sent. Without this, Quarkus answers some of it with an empty body, and the library quotes Jackson.
 */
class JsonProblems {

    /** quarkus-resteasy-problem stands at 999; the lower one wins. */
    private static final int BEFORE_THE_LIBRARY = 900;

    /** Named by itself, since the library has a mapper for exactly this type. */
    @ServerExceptionMapper(value = InvalidFormatException.class, priority = BEFORE_THE_LIBRARY)
    public Response otherFormat(InvalidFormatException failure) {
        return otherShape(failure);
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = BEFORE_THE_LIBRARY)
    public Response otherShape(MismatchedInputException failure) {
        String field = failure.getPath().stream().map(JsonProblems::step).collect(Collectors.joining("."));
        String detail = field.isEmpty()
                ? "The body is not the one JSON value that this takes."
                : "The field %s has a type or a value that it does not take.".formatted(field);
        return Problem.malformed("invalid-json", detail).toResponse();
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[%d]".formatted(reference.getIndex()) : reference.getFieldName();
    }
}
