package io.cofound.content.post;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.EventCatalog;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostRejected;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What the topic says last of a text that was to be judged: never the text itself, once it is. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class SubmissionIT {

    private static final String TOMBSTONE = "tombstone";

    private final ContentScenario scenario = new ContentScenario();
    private final TopicReader topic = new TopicReader(Topics.POST);
    private UUID community;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
    }

    @AfterEach
    void close() {
        topic.close();
        scenario.close();
    }

    @Test
    void what_is_allowed_leaves_a_tombstone_and_what_is_refused_the_refusal() {
        UUID allowed = scenario.posted(Person.ADA, community, "Allowed");
        UUID held = scenario.posted(Person.ADA, community, "Held");
        UUID rejected = scenario.posted(Person.ADA, community, "Rejected");
        UUID waiting = scenario.posted(Person.ADA, community, "Waiting");

        scenario.decided(allowed, 1, Action.PUBLISH);
        scenario.decided(held, 1, Action.HOLD);
        scenario.decided(rejected, 1, Action.REJECT);

        awaitLast(allowed, 1, TOMBSTONE);
        awaitLast(held, 1, EventCatalog.typeOf(PostHeld.class));
        awaitLast(rejected, 1, EventCatalog.typeOf(PostRejected.class));
        awaitLast(waiting, 1, EventCatalog.typeOf(PostSubmitted.class));
    }

    @Test
    void what_was_held_and_is_then_allowed_leaves_a_tombstone() {
        UUID post = scenario.posted(Person.ADA, community, "Released");
        scenario.decided(post, 1, Action.HOLD);
        awaitState(Person.ADA, post, "HELD");

        scenario.decided(post, 1, Action.PUBLISH);

        awaitLast(post, 1, TOMBSTONE);
    }

    @Test
    void nobody_is_to_judge_what_its_author_replaced_or_removed() {
        UUID post = scenario.posted(Person.ADA, community, "First");

        scenario.edited(Person.ADA, post, 1, "Second").statusCode(200);
        awaitLast(post, 1, TOMBSTONE);
        awaitLast(post, 2, EventCatalog.typeOf(PostSubmitted.class));

        as(Person.ADA).delete("/api/v1/posts/" + post).then().statusCode(204);
        awaitLast(post, 2, TOMBSTONE);
    }

    @Test
    void decisions_about_two_texts_of_a_post_may_come_in_the_wrong_order() {
        UUID post = scenario.posted(Person.ADA, community, "First");
        scenario.edited(Person.ADA, post, 1, "Second").statusCode(200);

        scenario.decided(post, 2, Action.PUBLISH);
        awaitState(Person.ADA, post, "PUBLISHED");
        scenario.decided(post, 1, Action.REJECT);
        Awaitility.await().untilAsserted(() -> as(Person.ADA)
                .get("/api/v1/posts/" + post + "/revisions")
                .then()
                .body("items.decision.action", equalTo(List.of("PUBLISH", "REJECT"))));

        read(Person.BO, post).statusCode(200).body("title", equalTo("Second"));
        awaitLast(post, 1, TOMBSTONE);
        assertThat(topic.events(PostRejected.class))
                .noneMatch(rejected -> rejected.postId().equals(post));
    }

    private void awaitLast(UUID post, long revision, String type) {
        UUID submission = topic.await(PostSubmitted.class, e -> e.postId().equals(post) && e.revision() == revision)
                .submissionId();
        Awaitility.await(type).atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(topic.records())
                .filteredOn(record -> record.key().equals(submission.toString()))
                .last()
                .extracting(SubmissionIT::typeOf)
                .isEqualTo(type));
    }

    private static String typeOf(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? TOMBSTONE : TopicReader.header(record, "ce_type");
    }
}
