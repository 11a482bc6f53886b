package io.cofound.content.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.Event;
import io.cofound.contracts.Samples;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostHeld;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PublicPost;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitForgottenByPartners;
import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.draft;
import static io.cofound.content.ContentScenario.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What comes from Kafka and goes there: once, together with what caused it, or not at all. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class PostDeliveryIT {

    @Inject
    DataSource database;

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void partners_have_a_community_s_posts_as_long_as_it_is_public() {
        UUID community = scenario.community(Visibility.LISTED, ModerationMode.PRE);
        UUID post = scenario.published(Person.ADA, community, "Sometimes public");
        read(Person.BO, post).statusCode(404);

        scenario.changed(community, 2, Visibility.PUBLIC, ModerationMode.PRE);
        try (var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            partners.await(PublicPost.class, e -> e.postId().equals(post));
        }
        read(Person.BO, post).statusCode(200);

        scenario.changed(community, 3, Visibility.HIDDEN, ModerationMode.PRE);
        awaitForgottenByPartners(post);
        read(Person.BO, post).statusCode(404);
    }

    @Test
    void more_posts_than_one_batch_follow_their_community() throws SQLException {
        UUID community = scenario.community(Visibility.LISTED, ModerationMode.PRE);
        scenario.published(Person.ADA, community, "The first of many");
        int many = 2 * PartnerAlignment.BATCH + 1;
        insertPublished(community, many);

        scenario.changed(community, 2, Visibility.PUBLIC, ModerationMode.PRE);

        try (var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            Awaitility.await().atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                            partners.events(PublicPost.class).stream()
                                    .filter(e -> e.communityId().equals(community)))
                    .hasSize(many + 1));
        }
    }

    @Test
    void copies_are_made_of_events_that_look_as_their_samples_do() {
        Map<String, Event> events = Map.of(
                "member", sample(MemberRegistered.class),
                "community", sample(CommunityCreated.class),
                "membership", sample(MembershipGranted.class));

        events.values().forEach(scenario.publisher()::publish);

        events.forEach((table, event) -> Awaitility.await(table).untilAsserted(() -> assertThat(
                        count("select count(*) from %s where id = '%s'".formatted(table, event.aggregateId())))
                .isEqualTo(1)));
    }

    @Test
    void an_older_copy_never_replaces_a_newer_one() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.published(Person.ADA, community, "Open to all");
        scenario.changed(community, 3, Visibility.HIDDEN, ModerationMode.PRE);
        Awaitility.await().untilAsserted(() -> read(Person.BO, post).statusCode(404));

        scenario.changed(community, 2, Visibility.PUBLIC, ModerationMode.PRE);
        scenario.changed(community, 4, Visibility.HIDDEN, ModerationMode.POST);

        Awaitility.await().untilAsserted(() -> assertThat(
                        count("select count(*) from community where revision = 4 and id = '%s'".formatted(community)))
                .isEqualTo(1));
        read(Person.BO, post).statusCode(404);
        try (var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            assertThat(partners.events(PublicPost.class).stream()
                            .filter(e -> e.postId().equals(post)))
                    .hasSize(1);
        }
    }

    @Test
    void a_decision_that_comes_twice_applies_once() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, "Once");
        UUID first = UUID.randomUUID();
        scenario.publisher().publish(first, ContentScenario.decision(post, 1, Action.HOLD));
        awaitState(Person.ADA, post, "HELD");
        scenario.decided(post, 1, Action.PUBLISH);
        awaitState(Person.ADA, post, "PUBLISHED");

        // Redelivered: were it applied again, the post would be held again.
        scenario.publisher().publish(first, ContentScenario.decision(post, 1, Action.HOLD));
        awaitDecisionsUntilNow(community);

        read(Person.ADA, post).body("state", equalTo("PUBLISHED"));
        try (var posts = new TopicReader(Topics.POST)) {
            assertThat(posts.events(PostHeld.class).stream()
                            .filter(e -> e.postId().equals(post)))
                    .hasSize(1);
            assertThat(posts.events(PostPublished.class).stream()
                            .filter(e -> e.postId().equals(post)))
                    .hasSize(1);
        }
    }

    @Test
    void a_record_that_cannot_be_read_is_kept_aside_and_later_ones_flow() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, "After the poison");
        DecisionMade decision = ContentScenario.decision(post, 1, Action.PUBLISH);

        scenario.publisher().publishRaw(decision, "{\"subjectId\": 7, poison");
        scenario.publisher().publish(decision);

        awaitState(Person.ADA, post, "PUBLISHED");
        try (var letters = new TopicReader(Topics.DECISION + ".dlq")) {
            assertThat(letters.records()).anySatisfy(letter -> {
                assertThat(letter.key()).isEqualTo(decision.decisionId().toString());
                assertThat(new String(letter.value())).contains("poison");
            });
        }
    }

    @Test
    void a_post_that_cannot_be_stored_leaves_no_event() throws SQLException {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.posted(Person.ADA, community, "Fine");
        execute("create or replace function refuse() returns trigger language plpgsql as"
                + " $$ begin raise exception 'disk full'; end $$");
        execute("create constraint trigger refuse_late after insert on post_revision deferrable initially deferred"
                + " for each row when (new.title = 'Doomed') execute function refuse()");
        try {
            as(Person.ADA)
                    .body(draft("Doomed"))
                    .post("/api/v1/communities/" + community + "/posts")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json");
        } finally {
            execute("drop trigger refuse_late on post_revision");
        }
        UUID after = scenario.posted(Person.ADA, community, "After");

        assertThat(count("select count(*) from post where community_id = '" + community + "'"))
                .isEqualTo(2);
        try (var posts = new TopicReader(Topics.POST)) {
            posts.await(PostSubmitted.class, e -> e.postId().equals(after));
            assertThat(posts.events(PostSubmitted.class).stream()
                            .filter(e -> e.communityId().equals(community)))
                    .extracting(PostSubmitted::title)
                    .containsExactlyInAnyOrder("Fine", "After");
        }
    }

    /** A decision on every partition that comes after those to be awaited. */
    private void awaitDecisionsUntilNow(UUID community) {
        List<UUID> markers = IntStream.range(0, 12)
                .mapToObj(i -> scenario.posted(Person.ADA, community, "Marker " + i))
                .toList();
        markers.forEach(marker -> scenario.decided(marker, 1, Action.PUBLISH));
        markers.forEach(marker -> awaitState(Person.ADA, marker, "PUBLISHED"));
    }

    private void insertPublished(UUID community, int count) throws SQLException {
        execute("""
                with new_post as (
                    insert into post (id, community_id, author_id, state, revision, published_revision, shared,
                        created_at, published_at)
                    select gen_random_uuid(), '%s', '%s', 'PUBLISHED', 1, 1, false, now(), now()
                    from generate_series(1, %d) returning id)
                insert into post_revision (id, post_id, number, type, title, body, tags, language, published,
                    submitted_at)
                select gen_random_uuid(), id, 1, 'NEWS', 'One of many', 'Body', '{}', 'en', true, now() from new_post
                """.formatted(community, Person.ADA.id(), count));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static <E extends Event> E sample(Class<E> type) {
        try {
            return JsonMapper.builder().addModule(new JavaTimeModule()).build().readValue(Samples.json(type), type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
