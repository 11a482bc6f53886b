package io.cofound.contracts;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.moderation.DecisionMade;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CompatibilityTest {

    static Stream<Arguments> breakingChanges() {
        return Stream.of(
                breaking("a property removed", "/model: property removed", at("/properties", s -> s.remove("model"))),
                breaking(
                        "a nested property removed",
                        "/reasons/items/clause: property removed",
                        at("/properties/reasons/items/properties", s -> s.remove("clause"))),
                breaking("a type changed", "/model: type string removed", put("/properties/model", "type", "integer")),
                breaking("a list made one value", "/reasons: items changed", at("/properties/reasons", s -> {
                    s.remove("items");
                    s.put("type", "string");
                })),
                breaking(
                        "a number of a map made a text",
                        "/scores/additionalProperties: type number removed",
                        put("/properties/scores/additionalProperties", "type", "string")),
                breaking(
                        "a value allowed to be null",
                        "/model: type null added",
                        at(
                                "/properties/model",
                                s -> s.putArray("type").add("string").add("null"))),
                breaking(
                        "an enum value removed",
                        "/action: enum value HOLD removed",
                        at("/properties/action", s -> remove(s.withArray("enum"), "HOLD"))),
                breaking(
                        "an enum value of a map's keys removed",
                        "/scores/propertyNames: enum value SCAM removed",
                        at("/properties/scores/propertyNames", s -> remove(s.withArray("enum"), "SCAM"))),
                breaking(
                        "an enum made free text",
                        "/action: enum changed",
                        at("/properties/action", s -> s.remove("enum"))),
                breaking("free text made an enum", "/model: enum changed", at("/properties/model", s -> s.putArray(
                                "enum")
                        .add("rules-1"))),
                breaking("a new required property", "/urgency: newly required", at("", s -> {
                    s.withObject("/properties").putObject("urgency").put("type", "string");
                    s.withArray("required").add("urgency");
                })),
                breaking(
                        "a new required nested property",
                        "/reasons/items/weight: newly required",
                        at("/properties/reasons/items", s -> s.withArray("required")
                                .add("weight"))),
                breaking(
                        "a required property made optional",
                        "/model: no longer required",
                        at("", s -> remove(s.withArray("required"), "model"))),
                breaking(
                        "a format changed",
                        "/decidedAt: format changed",
                        put("/properties/decidedAt", "format", "date")),
                breaking(
                        "a format removed",
                        "/subjectId: format changed",
                        at("/properties/subjectId", s -> s.remove("format"))),
                breaking(
                        "a limit introduced",
                        "/model: maxLength changed",
                        at("/properties/model", s -> s.put("maxLength", 9))),
                breaking(
                        "additions forbidden",
                        ": additionalProperties changed",
                        at("", s -> s.put("additionalProperties", false))),
                breaking("another topic", ": x-topic changed", put("", "x-topic", "content.post")),
                breaking("another key", ": x-key changed", put("", "x-key", "subjectId")));
    }

    static Stream<Arguments> additiveChanges() {
        return Stream.of(
                additive("nothing", at("", s -> {})),
                additive("a new optional property", at("/properties", s -> s.putObject("urgency")
                        .put("type", "string"))),
                additive("a new enum value", at("/properties/action", s -> s.withArray("enum")
                        .add("ESCALATE"))),
                additive("other words", put("/properties/model", "description", "which model it was")),
                additive("another title", put("", "title", "Decided")));
    }

    @ParameterizedTest
    @MethodSource("breakingChanges")
    void aBreakingChangeIsNamed(Consumer<ObjectNode> change, String expected) {
        // Given
        ObjectNode earlier = EventSchema.of(DecisionMade.class, 1);
        ObjectNode today = earlier.deepCopy();

        // When
        change.accept(today);
        List<String> breaks = Compatibility.breaks(earlier, today);

        // Then
        assertThat(breaks).contains(expected);
    }

    @ParameterizedTest
    @MethodSource("additiveChanges")
    void anAdditiveChangeIsFine(Consumer<ObjectNode> change) {
        // Given
        ObjectNode earlier = EventSchema.of(DecisionMade.class, 1);
        ObjectNode today = earlier.deepCopy();

        // When
        change.accept(today);

        // Then
        assertThat(Compatibility.breaks(earlier, today)).isEmpty();
    }

    static Stream<Arguments> changesOfAHeadline() {
        return Stream.of(
                arguments(put("/properties/headline", "type", "string"), "/headline: type null removed"),
                arguments(at("", s -> s.withArray("required").add("headline")), "/headline: newly required"));
    }

    @ParameterizedTest
    @MethodSource("changesOfAHeadline")
    void whatMayBeMissingCannotBeDemandedLater(Consumer<ObjectNode> change, String expected) {
        // Given
        ObjectNode earlier = EventSchema.of(MemberChanged.class, 1);
        ObjectNode today = earlier.deepCopy();

        // When
        change.accept(today);

        // Then
        assertThat(Compatibility.breaks(earlier, today)).containsExactly(expected);
    }

    private static Arguments breaking(String name, String expected, Consumer<ObjectNode> change) {
        return arguments(Named.of(name, change), expected);
    }

    private static Arguments additive(String name, Consumer<ObjectNode> change) {
        return arguments(Named.of(name, change));
    }

    private static Consumer<ObjectNode> at(String pointer, Consumer<ObjectNode> change) {
        return schema -> change.accept((ObjectNode) schema.requiredAt(pointer));
    }

    private static Consumer<ObjectNode> put(String pointer, String keyword, String value) {
        return at(pointer, schema -> schema.put(keyword, value));
    }

    private static void remove(ArrayNode values, String value) {
        values.removeIf(element -> element.asString().equals(value));
    }
}
