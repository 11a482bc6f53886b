package io.cofound.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** What leaves the platform. A new property is added here on purpose or not at all. */
class PublicEventsTest {

    /** Of a member only the id and the name shown to everybody, and what the member chose to publish. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            "io.cofound.public.community.published.v1",
            Set.of("communityId", "revision", "name", "description", "language", "createdAt"),
            "io.cofound.public.post.published.v1",
            Set.of(
                    "postId",
                    "revision",
                    "communityId",
                    "authorId",
                    "authorName",
                    "type",
                    "title",
                    "body",
                    "summary",
                    "coverUrl",
                    "sourceUrl",
                    "tags",
                    "language",
                    "publishedAt"),
            "io.cofound.public.meetup.published.v1",
            Set.of(
                    "meetupId",
                    "revision",
                    "communityId",
                    "organiserId",
                    "title",
                    "description",
                    "mode",
                    "startsAt",
                    "endsAt",
                    "timeZone",
                    "capacity",
                    "publishedAt"),
            "io.cofound.public.opportunity.published.v1",
            Set.of(
                    "opportunityId",
                    "revision",
                    "memberId",
                    "kind",
                    "category",
                    "title",
                    "text",
                    "language",
                    "publishedAt"));

    static List<Class<? extends Event>> publicEvents() {
        return EventCatalog.all().stream()
                .filter(event -> EventCatalog.topicOf(event).startsWith("public."))
                .toList();
    }

    @Test
    void everyPublicEventIsListed() {
        // When
        Set<String> types = publicEvents().stream().map(EventCatalog::typeOf).collect(toSet());

        // Then
        assertThat(types).isEqualTo(ALLOWED.keySet());
    }

    @ParameterizedTest
    @MethodSource("publicEvents")
    void onlyWhatIsAllowedIsPublic(Class<? extends Event> event) {
        // When
        List<String> names = new ArrayList<>();
        collectPropertyNames(EventSchema.of(event, 1), names);

        // Then
        assertThat(names).containsExactlyInAnyOrderElementsOf(ALLOWED.get(EventCatalog.typeOf(event)));
    }

    private static void collectPropertyNames(JsonNode schema, List<String> names) {
        schema.path("properties").properties().forEach(property -> {
            names.add(property.getKey());
            collectPropertyNames(property.getValue(), names);
            collectPropertyNames(property.getValue().path("items"), names);
            collectPropertyNames(property.getValue().path("additionalProperties"), names);
        });
    }
}
