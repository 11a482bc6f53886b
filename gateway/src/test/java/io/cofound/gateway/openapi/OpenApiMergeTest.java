package io.cofound.gateway.openapi;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofound.gateway.routing.RouteTables;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpenApiMergeTest {

    private static final String OWN = """
            {"openapi": "3.1.0", "info": {"title": "Cofound"},
             "paths": {"/api/v1/stream": {"get": {"operationId": "openStream"}}},
             "components": {"securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}}}}""";

    private static final String CONTENT = """
            {"paths": {"/api/v1/posts/{id}": {"get": {"operationId": "get", "responses":
                {"200": {"schema": {"$ref": "#/components/schemas/Page"}}}}},
              "/api/v1/operations/dead-letters/{topic}/replays": {"post": {}}},
             "tags": [{"name": "posts"}],
             "components": {"schemas": {
                "Page": {"items": {"$ref": "#/components/schemas/View"}},
                "View": {"type": "object"},
                "Id": {"type": "string"}}}}""";

    private static final String EVENT = """
            {"paths": {"/api/v1/events/{id}": {"get": {"operationId": "get", "responses":
                {"200": {"schema": {"$ref": "#/components/schemas/Page"}}}}},
              "/api/v1/posts/{id}": {"delete": {}}},
             "tags": [{"name": "posts"}, {"name": "meetups"}],
             "components": {"schemas": {
                "Page": {"items": {"$ref": "#/components/schemas/View"}},
                "View": {"type": "string"},
                "Id": {"type": "string"}}}}""";

    private final JsonNode merged = new OpenApiMerge(parse(OWN), RouteTables.shipped())
            .add("content", parse(CONTENT))
            .add("event", parse(EVENT))
            .withMissing(List.of("matching"));

    @Test
    void hasThePathsThatTheRouteTableLeadsTo() {
        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/api/v1/stream", "/api/v1/posts/{id}", "/api/v1/events/{id}");
        assertThat(merged.at("/paths/~1api~1v1~1posts~1{id}/delete").isMissingNode())
                .as("another service cannot add to a path that does not lead to it")
                .isTrue();
    }

    @Test
    void operationIdsOccurOnce() {
        assertThat(merged.findValuesAsText("operationId")).containsExactly("openStream", "get", "getEventsById");
    }

    @Test
    void componentsOfTheSameNameAreToldApartWhereTheyDiffer() {
        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Page", "View", "Id", "EventPage", "EventView");
        assertThat(merged.at("/components/schemas/EventPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/EventView");
        assertThat(merged.at("/paths/~1api~1v1~1events~1{id}/get/responses/200/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/EventPage");
        assertThat(merged.at("/components/schemas/Page/items/$ref").asText()).isEqualTo("#/components/schemas/View");
    }

    @Test
    void aTokenIsWelcomeEverywhere() {
        assertThat(merged.path("security")).hasToString("[{},{\"bearer\":[]}]");
    }

    @Test
    void tagsOccurOnceAndWhatIsMissingIsNamed() {
        assertThat(merged.path("tags").findValuesAsText("name")).containsExactly("posts", "meetups");
        assertThat(merged.path("x-missing-services")).hasToString("[\"matching\"]");
    }

    private static ObjectNode parse(String json) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
