package io.cofound.gateway.openapi;

import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Brings one document's components into those of another. */
final class Components {

    private static final String REFERENCE = "#/components/";

    private Components() {}

    /**
     * Adds the document's components to {@code merged}. Where one of the same name is there and says something else, it
     * gets the service's name in front.
     *
     * @return the document, with its references following the names
     */
    static ObjectNode merge(String service, ObjectNode document, ObjectNode merged) {
        Map<String, String> names = new HashMap<>();
        ObjectNode renamed = document;
        for (int found = -1; found < names.size(); ) {
            // A component differs also when one it refers to had to be renamed, so this goes on until no more do.
            found = names.size();
            renamed = (ObjectNode) following(document, names);
            findClashes(service, renamed, merged, names);
        }
        for (Map.Entry<String, JsonNode> section : renamed.path("components").properties()) {
            ObjectNode target = merged.withObjectProperty(section.getKey());
            for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                String reference = REFERENCE + section.getKey() + "/" + component.getKey();
                String name = names.getOrDefault(reference, reference);
                target.set(name.substring(name.lastIndexOf('/') + 1), component.getValue());
            }
        }
        return renamed;
    }

    private static void findClashes(String service, JsonNode document, JsonNode merged, Map<String, String> names) {
        for (Map.Entry<String, JsonNode> section : document.path("components").properties()) {
            if (section.getKey().equals("securitySchemes")) {
                continue;
            }
            for (Map.Entry<String, JsonNode> component : section.getValue().properties()) {
                JsonNode present = merged.path(section.getKey()).path(component.getKey());
                String reference = REFERENCE + section.getKey() + "/";
                if (!present.isMissingNode() && !present.equals(component.getValue())) {
                    names.put(reference + component.getKey(), reference + capitalised(service) + component.getKey());
                }
            }
        }
    }

    private static JsonNode following(JsonNode node, Map<String, String> names) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), followed(field, names)));
            return copy;
        }
        if (node.isArray()) {
            var copy = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> copy.add(following(element, names)));
            return copy;
        }
        return node;
    }

    private static JsonNode followed(Map.Entry<String, JsonNode> field, Map<String, String> names) {
        return field.getKey().equals("$ref") && field.getValue().isTextual()
                ? TextNode.valueOf(names.getOrDefault(
                        field.getValue().asText(), field.getValue().asText()))
                : following(field.getValue(), names);
    }

    private static String capitalised(String service) {
        return Character.toUpperCase(service.charAt(0)) + service.substring(1);
    }
}
