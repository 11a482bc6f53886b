package io.cofound.contracts;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Run with {@code -Dcontracts.write=true} to write the next minor revision instead of failing. */
class SchemaTest {

    private final Revisions schemas = Revisions.schemas();

    @BeforeAll
    static void writeSchemasIfAsked() {
        if (Revisions.WRITE) {
            events().forEach(event ->
                    Revisions.schemas().write(EventCatalog.typeOf(event), minor -> EventSchema.of(event, minor)));
        }
    }

    static List<Class<? extends Event>> events() {
        return EventCatalog.all();
    }

    static Stream<Arguments> everyRevision() {
        return events().stream().flatMap(event -> Revisions.schemas().of(EventCatalog.typeOf(event)).stream()
                .map(minor -> Arguments.of(event, minor)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void theNewestSchemaIsWhatTheRecordSays(Class<? extends Event> event) {
        // Given
        String type = EventCatalog.typeOf(event);

        // When
        int newest = schemas.newest(type);

        // Then
        assertThat(newest).as("no schema, run with -Dcontracts.write=true").isPositive();
        assertThat(schemas.text(type, newest))
                .as("the record changed, run with -Dcontracts.write=true")
                .isEqualTo(Revisions.pretty(EventSchema.of(event, newest)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void revisionsAreCountedWithoutGaps(Class<? extends Event> event) {
        // When
        List<Integer> minors = schemas.of(EventCatalog.typeOf(event));

        // Then
        assertThat(minors)
                .isNotEmpty()
                .isEqualTo(IntStream.rangeClosed(1, minors.size()).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void todaysRecordIsCompatibleWith(Class<? extends Event> event, int minor) {
        // Given
        JsonNode earlier = schemas.json(EventCatalog.typeOf(event), minor);

        // When
        List<String> breaks = Compatibility.breaks(earlier, EventSchema.of(event, minor));

        // Then
        assertThat(breaks).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void aSchemaIsValidExplainedAndOpen(Class<? extends Event> event, int minor) {
        // When
        String type = EventCatalog.typeOf(event);
        JsonNode schema = schemas.json(type, minor);

        // Then
        assertThat(SchemaValidation.ofSchema(schemas.text(type, minor))).isEmpty();
        assertThat(schema.path("description").asString()).isNotBlank();
        assertExplainedAndOpen(event.getSimpleName(), schema);
    }

    private static void assertExplainedAndOpen(String at, JsonNode schema) {
        assertThat(schema.path("properties").size()).as(at).isPositive();
        assertThat(schema.path("additionalProperties").isMissingNode())
                .as(at + " is open")
                .isTrue();
        schema.path("properties").properties().forEach(property -> {
            String place = at + "." + property.getKey();
            assertThat(property.getValue().path("description").asString())
                    .as(place + " is explained")
                    .isNotBlank();
            JsonNode item = property.getValue().path("items");
            if (item.has("properties")) {
                assertExplainedAndOpen(place, item);
            }
        });
    }
}
