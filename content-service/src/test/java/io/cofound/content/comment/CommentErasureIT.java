package io.cofound.content.comment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentTraces;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.ExportGathered;
import io.cofound.contracts.privacy.ExportRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.comment.CommentScenario.answered;
import static io.cofound.content.comment.CommentScenario.thread;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What is left of the comments of a member who is forgotten. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class CommentErasureIT {

    @Inject
    ContentTraces traces;

    private final CommentScenario scenario = new CommentScenario();
    private final UUID member = UuidCreator.getTimeOrderedEpoch();
    private final String mark = member.toString().substring(24);
    private UUID post;

    @BeforeEach
    void join() {
        UUID community = scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE);
        post = scenario.question(community);
        scenario.content.publisher().publish(new MemberRegistered(member, 1, "name-" + mark, "zh", Instant.now()));
        scenario.content
                .publisher()
                .publish(new MembershipGranted(
                        UuidCreator.getTimeOrderedEpoch(), 1, community, member, CommunityRole.MEMBER, Instant.now()));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void with_their_content_only_the_places_of_answered_comments_are_left() {
        UUID alone = said("alone");
        allow(alone);
        UUID talked = said("talked");
        allow(talked);
        UUID reply = answered(Person.ADA, post, talked, "A reply of somebody else");
        scenario.decided(Person.ADA, reply, 1, Action.PUBLISH);
        said("pending");

        erase(PublicContent.REMOVE);

        awaitNoTrace("alone", "talked", "pending", "name");
        thread(post)
                .body("items.id", equalTo(List.of(talked.toString())))
                .body("items[0].author", nullValue())
                .body("items[0].body", nullValue())
                .body("items[0].replies.body", equalTo(List.of("A reply of somebody else")));
        try (var topic = new TopicReader(Topics.COMMENT)) {
            topic.await(CommentRemoved.class, e -> e.commentId().equals(alone));
        }
    }

    @Test
    void what_a_member_lets_stay_stays_without_a_name_and_the_rest_is_gone() {
        UUID shown = said("shown");
        allow(shown);
        as().header("If-Match", "\"1\"")
                .body(Map.of("body", "edited-" + mark))
                .patch("/api/v1/comments/" + shown)
                .then()
                .statusCode(200);
        said("pending");

        erase(PublicContent.KEEP);

        awaitNoTrace("edited", "pending", "name");
        thread(post)
                .body("items.id", equalTo(List.of(shown.toString())))
                .body("items[0].body", equalTo("shown-" + mark))
                .body("items[0].author.displayName", nullValue());
    }

    @Test
    void a_member_sees_all_that_was_said_and_nothing_of_others() {
        UUID shown = said("shown");
        allow(shown);
        CommentScenario.said(Person.ADA, post, "Of somebody else");
        UUID export = UuidCreator.getTimeOrderedEpoch();

        scenario.content.publisher().publish(new ExportRequested(export, member, Instant.now()));

        try (var exports = new TopicReader(Topics.EXPORT)) {
            assertThat(exported(exports, export, "comments")).contains(shown.toString());
            assertThat(exported(exports, export, "comment-revisions"))
                    .contains("shown-" + mark, "buy now")
                    .doesNotContain("Of somebody else");
        }
    }

    @Test
    void what_is_decided_about_a_text_that_was_erased_changes_nothing() {
        UUID pending = said("pending");
        erase(PublicContent.KEEP);

        scenario.decide(pending, 1, Action.PUBLISH);

        UUID next = CommentScenario.said(Person.ADA, post, "Judged after it");
        scenario.decided(Person.ADA, next, 1, Action.PUBLISH);
        thread(post).body("items.id", equalTo(List.of(next.toString())));
    }

    private static String exported(TopicReader exports, UUID export, String name) {
        return exports.await(
                        ExportGathered.class,
                        e -> e.exportId().equals(export) && e.name().equals(name))
                .items();
    }

    private UUID said(String what) {
        return UUID.fromString(as().body(Map.of("body", what + "-" + mark))
                .post("/api/v1/posts/" + post + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private void allow(UUID comment) {
        scenario.decide(comment, 1, Action.PUBLISH);
        Awaitility.await().untilAsserted(() -> as().get("/api/v1/comments/" + comment)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED")));
    }

    private RequestSpecification as() {
        return given().auth().oauth2(TestTokens.ofSubject(member.toString())).contentType(ContentType.JSON);
    }

    private void erase(PublicContent choice) {
        UUID erasure = UuidCreator.getTimeOrderedEpoch();
        scenario.content.publisher().publish(new ErasureRequested(erasure, member, 5, choice, Instant.now()));
        try (var erasures = new TopicReader(Topics.ERASURE)) {
            erasures.await(ErasureAcknowledged.class, e -> e.erasureId().equals(erasure));
        }
    }

    private void awaitNoTrace(String... values) {
        Awaitility.await("no trace").atMost(30, TimeUnit.SECONDS).untilAsserted(() -> assertThat(traces.now())
                .filteredOn(trace -> List.of(values).stream().anyMatch(value -> trace.contains(value + "-" + mark)))
                .isEmpty());
    }
}
