package io.cofound.contracts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the tables of {@code docs/events/README.md}; {@code -Dcontracts.write=true} writes them. */
class PartnerGuideTest {

    private static final Path GUIDE = Path.of("../docs/events/README.md");

    /** The tables link to the newest schemas. */
    @BeforeAll
    static void writeSchemasIfAsked() {
        SchemaTest.writeSchemasIfAsked();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner", "internal"})
    void theGuideListsEveryEventType(String audience) throws IOException {
        // Given
        String begin = "<!-- %s event types, generated -->\n".formatted(audience);
        String end = "<!-- end of %s event types -->".formatted(audience);
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf(begin) + begin.length();
        int to = guide.indexOf(end);
        assertThat(from).isGreaterThanOrEqualTo(begin.length()).isLessThanOrEqualTo(to);

        // When
        String table = table(topic -> topic.startsWith("public.") == audience.equals("partner"));
        if (Revisions.WRITE) {
            guide = guide.substring(0, from) + table + guide.substring(to);
            to = from + table.length();
            Files.writeString(GUIDE, guide);
        }

        // Then
        assertThat(guide.substring(from, to))
                .as("run with -Dcontracts.write=true")
                .isEqualTo(table);
    }

    @Test
    void theGuideNamesEveryPartnerTopicAndCloudEventsHeader() throws IOException {
        // When
        String guide = Files.readString(GUIDE);

        // Then
        assertThat(Topics.ALL)
                .extracting(Topic::name)
                .filteredOn(topic -> topic.startsWith("public."))
                .allSatisfy(topic -> assertThat(guide).contains("| `" + topic + "` |"));
        assertThat(List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "ce_subject"))
                .allSatisfy(header -> assertThat(guide).contains("| `" + header + "` |"));
    }

    private static String table(Predicate<String> topics) {
        return EventCatalog.all().stream()
                .filter(event -> topics.test(EventCatalog.topicOf(event)))
                .map(PartnerGuideTest::row)
                .collect(Collectors.joining(
                        "", "| `ce_type` | what happened | topic | key | newest |\n|---|---|---|---|---|\n", ""));
    }

    private static String row(Class<? extends Event> event) {
        String type = EventCatalog.typeOf(event);
        int newest = Revisions.schemas().newest(type);
        String file = "../../contracts/src/main/resources/%s/" + type + "/" + newest + ".json";
        return "| `%s` | %s | `%s` | `%s` | %d: [schema](%s), [sample](%s) |\n"
                .formatted(
                        type,
                        Javadoc.of(event).text(),
                        EventCatalog.topicOf(event),
                        EventSchema.of(event, newest).path("x-key").asString(),
                        newest,
                        file.formatted("schemas"),
                        file.formatted("samples"));
    }
}
