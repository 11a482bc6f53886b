package io.cofound.contracts;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class EventCatalogTest {

    private static final String INTERNAL_TYPE =
            "io\\.cofound\\.(?<topic>[a-z]+\\.[a-z]+)\\.([a-z]+ed|[a-z]*held|made)\\.v[1-9][0-9]*";
    private static final String PUBLIC_TYPE = "io\\.cofound\\.public\\.[a-z]+\\.published\\.v[1-9][0-9]*";

    static List<Class<? extends Event>> events() {
        return EventCatalog.all();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsARecordWithANameAndATopic(Class<? extends Event> event) {
        // Given
        Set<String> topics = Topics.ALL.stream().map(Topic::name).collect(toSet());

        // When
        EventType type = event.getAnnotation(EventType.class);

        // Then
        assertThat(event).isRecord();
        assertThat(type).isNotNull();
        assertThat(topics).contains(type.topic());
        assertThat(EventCatalog.byType(type.value())).contains(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void aTypeNamesWhatHappenedToWhich(Class<? extends Event> event) {
        // Given
        String topic = EventCatalog.topicOf(event);

        // When
        String type = EventCatalog.typeOf(event);

        // Then
        if (topic.startsWith("public.")) {
            assertThat(type).matches(PUBLIC_TYPE);
        } else {
            assertThat(type).matches(INTERNAL_TYPE).startsWith("io.cofound." + topic + ".");
        }
    }

    @Test
    void everyTopicCarriesSomething() {
        // When
        Set<String> used = events().stream().map(EventCatalog::topicOf).collect(toSet());

        // Then
        assertThat(Topics.ALL).extracting(Topic::name).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void whatPartnersReadCanBeRebuiltFromTheStart() {
        assertThat(Topics.ALL)
                .filteredOn(topic -> topic.name().startsWith("public."))
                .hasSize(4)
                .allMatch(topic -> topic.retention() == Topic.Retention.STATE);
    }

    @Test
    void aTypeThatWasPublishedOnceStaysInTheCatalog() {
        // Given
        List<String> types =
                events().stream().map(EventCatalog::typeOf).sorted().toList();

        // Then
        assertThat(Revisions.schemas().types()).isEqualTo(types);
        assertThat(Revisions.samples().types()).isEqualTo(types);
    }

    @Test
    void aTypeOfANewerProducerIsUnknown() {
        assertThat(EventCatalog.byType("io.cofound.content.post.submitted.v99")).isEmpty();
    }
}
