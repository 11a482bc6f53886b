package io.cofound.gateway.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofound.gateway.routing.RouteTable;

/**
 * Puts the services' OpenAPI documents into one: only what the route table leads to, with operation ids that occur once,
 * and with components of the same name told apart where they differ.
 */
final class OpenApiMerge {

    /** Every service checks the same tokens, so the gateway's own scheme stands for all. */
    private static final String SECURITY_SCHEMES = "securitySchemes";

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

    private final ObjectNode merged;
    private final RouteTable routes;
    private final Set<String> operationIds = new HashSet<>();
    private final Set<String> tags = new HashSet<>();

    /** @param own the gateway's own document, which becomes the merged one */
    OpenApiMerge(ObjectNode own, RouteTable routes) {
        this.merged = own;
        this.routes = routes;
        JsonNode paths = merged.remove("paths");
        JsonNode tagList = merged.remove("tags");
        merged.putArray("servers").addObject().put("url", "/");
        allowAnonymous(merged);
        merged.putArray("tags");
        merged.putObject("paths");
        addPaths("gateway", paths);
        addTags(tagList);
    }

    OpenApiMerge add(String service, ObjectNode document) {
        ObjectNode renamed = Components.merge(service, document, merged.withObjectProperty("components"));
        addPaths(service, renamed.path("paths"));
        addTags(renamed.path("tags"));
        return this;
    }

    /** Names the services whose part is missing, so that nobody takes the document for complete. */
    ObjectNode withMissing(List<String> services) {
        if (!services.isEmpty()) {
            ArrayNode missing = merged.putArray("x-missing-services");
            services.forEach(missing::add);
        }
        return merged;
    }

    private void addPaths(String service, JsonNode paths) {
        if (paths == null) {
            return;
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        paths.properties().forEach(path -> sorted.put(path.getKey(), path.getValue()));
        sorted.forEach((path, item) -> {
            if (routes.serviceOf(path).filter(service::equals).isPresent()) {
                item.properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                identify(service, operation.getKey(), path, (ObjectNode) operation.getValue()));
                merged.withObjectProperty("paths").set(path, item);
            }
        });
    }

    private void identify(String service, String method, String path, ObjectNode operation) {
        String given = operation.path("operationId").asText(null);
        String made = OperationId.of(method, path.substring(RouteTable.ROOT.length()));
        String id = Stream.of(given, made, service + capitalised(made))
                .filter(Objects::nonNull)
                .filter(operationIds::add)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no operation id for " + method + " " + path));
        operation.put("operationId", id);
    }

    private void addTags(JsonNode tagList) {
        if (tagList != null) {
            tagList.forEach(tag -> {
                if (tags.add(tag.path("name").asText())) {
                    merged.withArrayProperty("tags").add(tag);
                }
            });
        }
    }

    /** A token is welcome everywhere and needed where an operation says so. */
    private static void allowAnonymous(ObjectNode document) {
        ArrayNode security = document.putArray("security");
        security.addObject();
        document.path("components").path(SECURITY_SCHEMES).fieldNames().forEachRemaining(scheme -> security.addObject()
                .putArray(scheme));
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
