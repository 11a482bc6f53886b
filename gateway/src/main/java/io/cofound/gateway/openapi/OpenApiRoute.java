package io.cofound.gateway.openapi;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code GET /q/openapi}: JSON with {@code ?format=json} or when it is asked for by Accept, otherwise YAML. */
@ApplicationScoped
class OpenApiRoute {

    private static final int ORDER = 100;

    private final OpenApiDocument document;
    private final ObjectMapper json;
    private final YAMLMapper yaml = new YAMLMapper();

    OpenApiRoute(OpenApiDocument document, ObjectMapper json) {
        this.document = document;
        this.json = json;
    }

    void route(@Observes Router router) {
        router.get("/q/openapi").order(ORDER).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        boolean asJson = Optional.ofNullable(context.queryParams().get("format"))
                .map("json"::equalsIgnoreCase)
                .orElseGet(() ->
                        String.valueOf(context.request().getHeader("Accept")).contains("application/json"));
        document.get()
                .map(merged -> write(merged, asJson))
                .onSuccess(text -> context.response()
                        .putHeader("Content-Type", asJson ? "application/json" : "application/yaml;charset=UTF-8")
                        .end(text))
                .onFailure(context::fail);
    }

    private String write(ObjectNode merged, boolean asJson) {
        try {
            return asJson ? json.writeValueAsString(merged) : yaml.writeValueAsString(merged);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an OpenAPI document that cannot be written", e);
        }
    }
}
