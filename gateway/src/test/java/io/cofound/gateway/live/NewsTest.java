package io.cofound.gateway.live;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import io.cofound.contracts.Samples;
import io.cofound.contracts.community.NotificationRaised;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.gateway.live.Audience.Only;
import io.cofound.gateway.live.Audience.Readers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NewsTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Test
    void tellsOfEveryPublicationAndOfWhatBecomesOfOnesOwn() {
        // When
        Set<String> told = new TreeSet<>();
        EventCatalog.all().forEach(type -> News.of(sample(type)).map(News::name).ifPresent(told::add));

        // Then
        assertThat(told)
                .containsExactly(
                        "meetup.cancelled",
                        "meetup.published",
                        "notification",
                        "opportunity.closed",
                        "opportunity.published",
                        "post.held",
                        "post.published",
                        "post.rejected",
                        "post.removed",
                        "registration.cancelled",
                        "registration.confirmed",
                        "registration.waitlisted");
    }

    @Test
    void nobodyHearsOfAPostBeforeItIsJudged() {
        assertThat(News.of(sample(PostSubmitted.class))).isEmpty();
    }

    @Test
    void onlyItsAuthorHearsThatAPostWasHeldOrRejected() {
        // Given
        PostHeld held = sample(PostHeld.class);
        PostRejected rejected = sample(PostRejected.class);

        // Then
        assertThat(News.of(held).orElseThrow().audience()).isEqualTo(new Only(held.authorId()));
        assertThat(News.of(rejected).orElseThrow().audience()).isEqualTo(new Only(rejected.authorId()));
    }

    @Test
    void onlyItsAuthorHearsThatAPostIsGoneThatNobodyElseHasSeen() {
        // Given
        PostRemoved seen = sample(PostRemoved.class);
        PostRemoved unseen = new PostRemoved(
                seen.postId(), seen.revision(), seen.communityId(), seen.authorId(), null, seen.removedAt(), null);

        // Then
        assertThat(News.of(unseen).orElseThrow().audience()).isEqualTo(new Only(unseen.authorId()));
        assertThat(News.of(seen).orElseThrow().audience()).isInstanceOf(Readers.class);
    }

    @Test
    void whetherAPostWasRefusedIsNotTold() {
        // Given
        PostRemoved refused = sample(PostRemoved.class);
        assertThat(refused.byDecision()).isNotNull();

        // Then
        assertThat(fieldsOf(data(refused))).doesNotContain("byDecision");
    }

    @Test
    void textsAreNotTold() {
        assertThat(News.TOLD).doesNotContain("body", "text", "description");
    }

    @Test
    void theStateIsNamedAsInTheApi() {
        assertThat(data(sample(PostHeld.class)).path("state").asText()).isEqualTo("HELD");
    }

    @Test
    void aNotificationIsForItsMemberAlone() {
        // Given
        NotificationRaised raised = sample(NotificationRaised.class);

        // Then
        assertThat(News.of(raised).orElseThrow().audience()).isEqualTo(new Only(raised.memberId()));
        assertThat(fieldsOf(data(raised)))
                .containsExactlyInAnyOrder("id", "kind", "communityId", "subjectId", "raisedAt");
        assertThat(data(raised).path("id").asText())
                .isEqualTo(raised.notificationId().toString());
    }

    @Test
    void aNotificationThatIsNotWantedLiveIsNotTold() {
        // Given
        NotificationRaised wanted = sample(NotificationRaised.class);
        NotificationRaised unwanted = new NotificationRaised(
                wanted.notificationId(),
                wanted.memberId(),
                wanted.kind(),
                wanted.communityId(),
                wanted.subjectId(),
                false,
                wanted.raisedAt());

        // Then
        assertThat(News.of(unwanted)).isEmpty();
    }

    private static JsonNode data(Event event) {
        return News.of(event).orElseThrow().data(JSON);
    }

    private static Set<String> fieldsOf(JsonNode data) {
        Set<String> names = new TreeSet<>();
        data.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static <E extends Event> E sample(Class<E> type) {
        try {
            return JSON.readValue(Samples.json(type), type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
