package io.cofound.contracts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import static java.util.stream.Collectors.toCollection;

/**
 * Whether readers of an earlier schema understand what is written by today's, and today's readers what was written
 * before. Additive change is allowed: new optional properties and new enum values. Whatever is not known to be
 * harmless counts as breaking.
 */
final class Compatibility {

    private static final Set<String> WORDS = Set.of("$id", "title", "description");
    private static final Set<String> COMPARED = Set.of("properties", "required", "type", "enum");
    private static final Set<String> NESTED = Set.of("items", "additionalProperties", "propertyNames");

    private final List<String> breaks = new ArrayList<>();

    private Compatibility() {}

    /** @return what breaks, one line each; empty if nothing does */
    static List<String> breaks(JsonNode earlier, JsonNode today) {
        var compatibility = new Compatibility();
        compatibility.compare("", earlier, today);
        return List.copyOf(compatibility.breaks);
    }

    private void compare(String at, JsonNode earlier, JsonNode today) {
        Set<String> keywords = new LinkedHashSet<>(earlier.propertyNames());
        keywords.addAll(today.propertyNames());
        keywords.removeAll(WORDS);
        keywords.removeAll(COMPARED);
        for (String keyword : keywords) {
            JsonNode before = earlier.path(keyword);
            JsonNode now = today.path(keyword);
            if (NESTED.contains(keyword) && before.isObject() && now.isObject()) {
                compare(at + "/" + keyword, before, now);
            } else if (!before.equals(now)) {
                breaks.add("%s: %s changed".formatted(at, keyword));
            }
        }
        compareTypes(at, earlier, today);
        compareEnums(at, earlier, today);
        compareRequired(at, earlier, today);
        for (var property : earlier.path("properties").properties()) {
            String place = at + "/" + property.getKey();
            JsonNode now = today.path("properties").path(property.getKey());
            if (now.isMissingNode()) {
                breaks.add(place + ": property removed");
            } else {
                compare(place, property.getValue(), now);
            }
        }
    }

    private void compareTypes(String at, JsonNode earlier, JsonNode today) {
        Set<String> before = values(earlier.path("type"));
        Set<String> now = values(today.path("type"));
        minus(before, now).forEach(type -> breaks.add("%s: type %s removed".formatted(at, type)));
        minus(now, before).forEach(type -> breaks.add("%s: type %s added".formatted(at, type)));
    }

    private void compareEnums(String at, JsonNode earlier, JsonNode today) {
        if (earlier.has("enum") != today.has("enum")) {
            breaks.add(at + ": enum changed");
            return;
        }
        minus(values(earlier.path("enum")), values(today.path("enum")))
                .forEach(value -> breaks.add("%s: enum value %s removed".formatted(at, value)));
    }

    private void compareRequired(String at, JsonNode earlier, JsonNode today) {
        Set<String> before = values(earlier.path("required"));
        Set<String> now = values(today.path("required"));
        minus(now, before).forEach(name -> breaks.add("%s/%s: newly required".formatted(at, name)));
        minus(before, now).forEach(name -> breaks.add("%s/%s: no longer required".formatted(at, name)));
    }

    /** A keyword holds one value or an array of them. */
    private static Set<String> values(JsonNode keyword) {
        if (keyword.isString()) {
            return Set.of(keyword.stringValue());
        }
        return keyword.valueStream().map(JsonNode::asString).collect(toCollection(LinkedHashSet::new));
    }

    private static Set<String> minus(Set<String> some, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
