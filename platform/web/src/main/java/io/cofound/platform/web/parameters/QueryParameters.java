package io.cofound.platform.web.parameters;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import io.cofound.platform.web.problem.Problem;

/**
 * A query parameter that cannot be read is a malformed request (400). JAX-RS would answer that the resource is not there
 * (404), as it rightly does for a path.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        String name = Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .map(annotation -> ((QueryParam) annotation).value())
                .findFirst()
                .orElse(null);
        if (name == null) {
            return null;
        }
        if (type.isEnum()) {
            return new Converter<>(name, text -> (T) Enum.valueOf((Class) type, text));
        }
        if (type == UUID.class) {
            return new Converter<>(name, text -> (T) UUID.fromString(text));
        }
        if (type == int.class || type == Integer.class) {
            return new Converter<>(name, text -> (T) Integer.valueOf(text));
        }
        return null;
    }

    private record Converter<T>(String name, Function<String, T> parse) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            try {
                return text == null ? null : parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new WebApplicationException(
                        Problem.malformed("invalid-parameter", "The parameter " + name + " cannot be read.")
                                .toResponse());
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
