package io.cofound.gateway.problem;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/** Puts a problem on the wire where no JAX-RS is. */
@ApplicationScoped
public class ProblemWriter {

    private static final String CONTENT_TYPE = HttpProblem.MEDIA_TYPE.toString();

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    public void write(HttpProblem problem, HttpServerResponse response) {
        response.setStatusCode(problem.getStatusCode()).putHeader("Content-Type", CONTENT_TYPE);
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        response.end(body(problem));
    }

    /** @return the given response, which the proxy then sends */
    public ProxyResponse write(HttpProblem problem, ProxyResponse response) {
        response.setStatusCode(problem.getStatusCode()).putHeader("Content-Type", CONTENT_TYPE);
        problem.getHeaders().forEach((name, value) -> response.putHeader(name, value.toString()));
        return response.setBody(Body.body(body(problem)));
    }

    private Buffer body(HttpProblem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that cannot be written", e);
        }
    }
}
