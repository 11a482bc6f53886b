package io.cofound.contracts;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTest {

    /** Reads as every consumer has to: what a newer producer added is ignored. */
    private static final ObjectMapper READER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Revisions schemas = Revisions.schemas();
    private final Revisions samples = Revisions.samples();

    static List<Class<? extends Event>> events() {
        return EventCatalog.all();
    }

    static Stream<Arguments> everyRevision() {
        return events().stream().flatMap(event -> Revisions.samples().of(EventCatalog.typeOf(event)).stream()
                .map(minor -> Arguments.of(event, minor)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everySchemaHasItsSample(Class<? extends Event> event) {
        String type = EventCatalog.typeOf(event);

        assertThat(samples.of(type)).isNotEmpty().isEqualTo(schemas.of(type));
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void aSampleFitsItsOwnSchemaEveryEarlierAndEveryLaterOne(Class<? extends Event> event, int minor) {
        // Given
        String type = EventCatalog.typeOf(event);
        String sample = samples.text(type, minor);

        // Then
        assertThat(schemas.of(type)).isNotEmpty().allSatisfy(other -> assertThat(
                        SchemaValidation.of(sample, schemas.text(type, other)))
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("everyRevision")
    void todaysRecordReads(Class<? extends Event> event, int minor) throws Exception {
        // Given
        String sample = samples.text(EventCatalog.typeOf(event), minor);

        // When
        Event read = READER.readValue(sample, event);

        // Then
        assertThat(read.aggregateId()).isNotNull();
        for (RecordComponent component : event.getRecordComponents()) {
            if (!component.isAnnotationPresent(Nullable.class)) {
                assertThat(component.getAccessor().invoke(read))
                        .as(component.getName())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void nothingIsLostBetweenRecordAndJson(Class<? extends Event> event) throws JsonProcessingException {
        // Given
        String sample = Samples.json(event);
        Event read = READER.readValue(sample, event);

        // When
        String written = READER.writeValueAsString(read);

        // Then
        assertThat(READER.readTree(written)).isEqualTo(READER.readTree(sample));
        assertThat(READER.readValue(written, event)).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aReaderIgnoresWhatANewerProducerAdded(Class<? extends Event> event) throws JsonProcessingException {
        // Given
        String type = EventCatalog.typeOf(event);
        ObjectNode newer = (ObjectNode) READER.readTree(Samples.json(event));
        newer.put("addedLater", "以后加的");

        // When
        Event read = READER.treeToValue(newer, event);

        // Then
        assertThat(read).isEqualTo(READER.readValue(Samples.json(event), event));
        assertThat(SchemaValidation.of(newer.toString(), schemas.text(type, schemas.newest(type))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaRefusesASampleWithAnyRequiredValueGoneOrWrong(Class<? extends Event> event)
            throws JsonProcessingException {
        // Given
        String type = EventCatalog.typeOf(event);
        String schema = schemas.text(type, schemas.newest(type));
        ObjectNode sample = (ObjectNode) READER.readTree(Samples.json(event));

        for (RecordComponent component : event.getRecordComponents()) {
            // When
            String gone = sample.deepCopy().without(component.getName()).toString();
            String wrong =
                    ((ObjectNode) sample.deepCopy().set(component.getName(), READER.readTree("[[]]"))).toString();

            // Then
            assertThat(SchemaValidation.of(gone, schema).isEmpty())
                    .as(component.getName())
                    .isEqualTo(component.isAnnotationPresent(Nullable.class));
            assertThat(SchemaValidation.of(wrong, schema))
                    .as(component.getName())
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void theSchemaRefusesWhatIsNoIdOrNoTime(Class<? extends Event> event) throws JsonProcessingException {
        // Given
        String type = EventCatalog.typeOf(event);
        String schema = schemas.text(type, schemas.newest(type));
        ObjectNode sample = (ObjectNode) READER.readTree(Samples.json(event));

        for (RecordComponent component : event.getRecordComponents()) {
            if (component.getType() == UUID.class || component.getType() == Instant.class) {
                // When
                String wrong = sample.deepCopy().put(component.getName(), "昨天").toString();

                // Then
                assertThat(SchemaValidation.of(wrong, schema))
                        .as(component.getName())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void idsAreOrderedByTime(Class<? extends Event> event) throws Exception {
        // Given
        Event read = READER.readValue(Samples.json(event), event);

        for (RecordComponent component : event.getRecordComponents()) {
            if (component.getType() == UUID.class && component.getAccessor().invoke(read) instanceof UUID id) {
                assertThat(id.version()).as(component.getName()).isEqualTo(7);
            }
        }
    }

    @Test
    void theSamplesSpeakBothLanguages() {
        // When
        List<String> texts = events().stream().map(Samples::json).toList();

        // Then
        assertThat(texts).anyMatch(text -> text.codePoints().anyMatch(Character::isIdeographic));
        assertThat(texts).anyMatch(text -> text.contains("We walk through a working SMT line"));
    }

    @ParameterizedTest
    @MethodSource("events")
    void aPrimitiveIsNeverNullable(Class<? extends Event> event) {
        assertThat(Arrays.stream(event.getRecordComponents())
                        .filter(component -> component.isAnnotationPresent(Nullable.class)))
                .noneMatch(component -> component.getType().isPrimitive());
    }
}
