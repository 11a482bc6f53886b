package io.cofound.content.post;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
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
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.awaitForgottenByPartners;
import static io.cofound.content.ContentScenario.awaitState;
import static io.cofound.content.ContentScenario.read;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

/** What moderators do to posts, and authors may do to their own. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class PostCurationIT {

    @Inject
    DataSource database;

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.joined(community, Person.MEI, CommunityRole.MEMBER);
        scenario.joined(community, Person.CHEN, CommunityRole.MODERATOR);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void moderators_pin_what_stands_above_the_others() {
        UUID first = scenario.published(Person.MEI, community, "First");
        UUID second = scenario.published(Person.MEI, community, "Second");
        scenario.published(Person.MEI, community, "Third");

        pin(Person.MEI, first).statusCode(403);
        given().put("/api/v1/posts/" + first + "/pin").then().statusCode(401);
        pin(Person.CHEN, first).statusCode(200).body("pinned", equalTo(true));
        pin(Person.MO, second).statusCode(200);
        pin(Person.CHEN, first).statusCode(200);

        assertThat(pinned()).containsExactly(second.toString(), first.toString());
        given().get("/api/v1/communities/" + community + "/posts")
                .then()
                .body("items.pinned", equalTo(List.of(false, true, true)));
        as(Person.CHEN)
                .get("/api/v1/communities/" + community + "/posts?pinned=true&state=HELD")
                .then()
                .statusCode(400);
        as(Person.CHEN).delete("/api/v1/posts/" + second + "/pin").then().body("pinned", equalTo(false));
        as(Person.CHEN).delete("/api/v1/posts/" + second + "/pin").then().statusCode(200);
        as(Person.CHEN).delete("/api/v1/posts/" + first).then().statusCode(204);
        assertThat(pinned()).isEmpty();
    }

    @Test
    void a_community_pins_five_posts_however_many_try_at_once() {
        UUID shown = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        List<UUID> posts = IntStream.range(0, 8)
                .mapToObj(i -> scenario.posted(Person.ADA, shown, "Post " + i))
                .toList();

        List<Integer> answers = posts.parallelStream()
                .map(post -> pin(Person.ADA, post).extract().statusCode())
                .toList();

        assertThat(answers).filteredOn(status -> status == 200).hasSize(PostCuration.MAX_PINNED);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(3);
        given().get("/api/v1/communities/" + shown + "/posts?pinned=true")
                .then()
                .body("items.size()", equalTo(5));
    }

    @Test
    void what_others_do_not_see_is_not_pinned() {
        UUID waiting = scenario.posted(Person.MEI, community, "Waiting");
        pin(Person.CHEN, waiting).statusCode(409).body("type", endsWith(":post-not-published"));

        UUID post = scenario.posted(Person.MEI, community, "Refused later");
        DecisionMade allowed = scenario.decided(post, 1, Action.PUBLISH);
        awaitState(Person.MEI, post, "PUBLISHED");
        pin(Person.CHEN, post).statusCode(200);
        scenario.publisher().publish(ContentScenario.decidedAnew(allowed, Action.REJECT));
        awaitState(Person.MEI, post, "REJECTED");
        read(Person.MEI, post).body("pinned", equalTo(false));
    }

    @Test
    void moderators_close_any_post_and_authors_their_questions() {
        UUID share = scenario.published(Person.MEI, community, "Not a question");
        UUID question = question(Person.MEI);

        closing(Person.MEI, share).statusCode(403);
        closing(Person.CHEN, share).statusCode(200).body("closed", equalTo(true));
        reopening(Person.MEI, share).statusCode(403);
        reopening(Person.CHEN, share).statusCode(200).body("closed", equalTo(false));
        closing(Person.MEI, question).statusCode(200).body("closed", equalTo(true));
        reopening(Person.MEI, question).statusCode(200).body("closed", equalTo(false));
        closing(Person.CHEN, question).statusCode(200);
        reopening(Person.MEI, question).statusCode(403);
        closing(Person.BO, question).statusCode(403);
        read(Person.BO, question).body("closed", equalTo(true));
    }

    @Test
    void a_post_moves_with_its_text_and_partners_follow_the_visibility_of_where_it_is() {
        UUID hidden = scenario.community(Visibility.HIDDEN, ModerationMode.PRE);
        scenario.joined(hidden, Person.MEI, CommunityRole.MEMBER);
        UUID post = scenario.published(Person.MEI, community, "On the move");
        pin(Person.ADA, post).statusCode(200);

        move(Person.ADA, post, hidden)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("communityId", equalTo(hidden.toString()))
                .body("pinned", equalTo(false))
                .body("title", equalTo("On the move"));

        move(Person.ADA, post, hidden).statusCode(200).header("ETag", "\"2\"");
        awaitForgottenByPartners(post);
        read(Person.BO, post).statusCode(404);
        given().get("/api/v1/communities/" + community + "/posts").then().body("items.size()", equalTo(0));
        as(Person.MEI)
                .get("/api/v1/communities/" + hidden + "/posts")
                .then()
                .body("items.id", equalTo(List.of(post.toString())));

        move(Person.ADA, post, community).statusCode(200).header("ETag", "\"3\"");
        awaitTitle(Person.BO, post, "On the move");
        try (var posts = new TopicReader(Topics.POST);
                var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            assertThat(posts.await(PostPublished.class, e -> e.postId().equals(post) && e.revision() == 2))
                    .extracting(PostPublished::communityId, PostPublished::visibility)
                    .containsExactly(hidden, Visibility.HIDDEN);
            assertThat(partners.await(PublicPost.class, e -> e.postId().equals(post) && e.revision() == 3)
                            .communityId())
                    .isEqualTo(community);
        }
    }

    @Test
    void a_post_moves_only_where_its_mover_moderates_and_only_when_it_is_settled() {
        UUID target = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID hidden = scenario.community(Visibility.HIDDEN, ModerationMode.PRE);
        UUID archived = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.posted(Person.ADA, archived, "Makes the community known");
        scenario.archived(archived, 2, Visibility.PUBLIC);
        UUID post = scenario.published(Person.MEI, community, "Stays");
        UUID waiting = scenario.posted(Person.MEI, community, "Waiting");

        move(Person.MEI, post, target).statusCode(403);
        Awaitility.await().untilAsserted(() -> move(Person.CHEN, post, target).statusCode(403));
        move(Person.CHEN, post, hidden).statusCode(404);
        move(Person.ADA, post, UuidCreator.getTimeOrderedEpoch()).statusCode(404);
        move(Person.ADA, waiting, target).statusCode(409).body("type", endsWith(":post-not-settled"));
        Awaitility.await()
                .untilAsserted(() ->
                        move(Person.ADA, post, archived).statusCode(409).body("type", endsWith(":community-archived")));
        read(Person.BO, post).body("communityId", equalTo(community.toString())).body("revision", equalTo(1));
    }

    @Test
    void a_restored_post_is_as_it_was_for_readers_and_partners() {
        UUID post = scenario.published(Person.MEI, community, "Back again");
        remove(Person.CHEN, post);
        awaitForgottenByPartners(post);

        restore(Person.MEI, post).statusCode(403);
        restore(Person.CHEN, post)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", equalTo("PUBLISHED"))
                .body("title", equalTo("Back again"));
        restore(Person.CHEN, post).statusCode(200).header("ETag", "\"2\"");

        awaitTitle(Person.BO, post, "Back again");
        given().get("/api/v1/communities/" + community + "/posts")
                .then()
                .body("items.id", equalTo(List.of(post.toString())));
        try (var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            partners.await(PublicPost.class, e -> e.postId().equals(post) && e.revision() == 2);
        }
    }

    @Test
    void authors_restore_what_they_removed_themselves_unless_a_moderator_removes_it_after_them() {
        UUID own = scenario.published(Person.MEI, community, "Regretted");
        remove(Person.MEI, own);
        restore(Person.BO, own).statusCode(404);
        restore(Person.MEI, own).statusCode(200);

        remove(Person.MEI, own);
        remove(Person.CHEN, own);
        restore(Person.MEI, own).statusCode(403);
    }

    @Test
    void a_text_that_nobody_allowed_is_judged_anew_when_it_is_restored() {
        UUID post = scenario.posted(Person.MEI, community, "Not judged yet");
        remove(Person.MEI, post);

        restore(Person.MEI, post)
                .statusCode(200)
                .body("state", equalTo("PENDING"))
                .body("revision", equalTo(2));

        read(Person.BO, post).statusCode(404);
        try (var posts = new TopicReader(Topics.POST)) {
            posts.await(PostSubmitted.class, e -> e.postId().equals(post) && e.revision() == 2);
        }
        scenario.decided(post, 2, Action.PUBLISH);
        awaitTitle(Person.BO, post, "Not judged yet");
    }

    @Test
    void a_refusal_that_comes_after_the_removal_counts_when_it_is_restored() {
        UUID post = scenario.posted(Person.MEI, community, "Appealed against");
        DecisionMade allowed = scenario.decided(post, 1, Action.PUBLISH);
        awaitState(Person.MEI, post, "PUBLISHED");
        remove(Person.MEI, post);
        scenario.publisher().publish(ContentScenario.decidedAnew(allowed, Action.REJECT));
        Awaitility.await().untilAsserted(() -> read(Person.MEI, post).body("decision.action", equalTo("REJECT")));

        restore(Person.MEI, post).statusCode(200).body("state", equalTo("PENDING"));
        read(Person.BO, post).statusCode(404);
    }

    @Test
    void after_thirty_days_a_removal_is_final() throws SQLException {
        UUID post = scenario.published(Person.MEI, community, "Long gone");
        remove(Person.MEI, post);
        removedBefore(post, Post.RESTORABLE_FOR.plusMinutes(1));

        restore(Person.CHEN, post).statusCode(410).body("type", endsWith(":removal-final"));

        removedBefore(post, Post.RESTORABLE_FOR.minusMinutes(1));
        restore(Person.CHEN, post).statusCode(200);
    }

    private void removedBefore(UUID post, Duration ago) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update post set removed_at = now() - ? * interval '1 second' where id = ?")) {
            update.setLong(1, ago.toSeconds());
            update.setObject(2, post);
            update.executeUpdate();
        }
    }

    private UUID question(Person author) {
        UUID id = UUID.fromString(as(author)
                .body(Map.of("type", "QUESTION", "title", "Why?", "body", "Just so."))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        scenario.decided(id, 1, Action.PUBLISH);
        awaitState(author, id, "PUBLISHED");
        return id;
    }

    private List<String> pinned() {
        return given().get("/api/v1/communities/" + community + "/posts?pinned=true")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static void awaitTitle(Person reader, UUID post, String title) {
        Awaitility.await(title)
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> read(reader, post).statusCode(200).body("title", equalTo(title)));
    }

    private static ValidatableResponse pin(Person person, UUID post) {
        return as(person).put("/api/v1/posts/" + post + "/pin").then();
    }

    private static ValidatableResponse closing(Person person, UUID post) {
        return as(person).put("/api/v1/posts/" + post + "/closing").then();
    }

    private static ValidatableResponse reopening(Person person, UUID post) {
        return as(person).delete("/api/v1/posts/" + post + "/closing").then();
    }

    private static ValidatableResponse move(Person person, UUID post, UUID target) {
        return as(person)
                .body(Map.of("communityId", target))
                .put("/api/v1/posts/" + post + "/community")
                .then();
    }

    private static ValidatableResponse restore(Person person, UUID post) {
        return as(person).delete("/api/v1/posts/" + post + "/removal").then();
    }

    private static void remove(Person person, UUID post) {
        as(person).delete("/api/v1/posts/" + post).then().statusCode(204);
    }
}
