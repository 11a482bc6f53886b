package io.cofound.content.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostSubmitted;
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
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** From the first word to the post, at once or when its time has come. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class DraftIT {

    private static final Duration SOON = Duration.ofSeconds(2);

    private final ContentScenario scenario = new ContentScenario();
    private final UUID membership = UuidCreator.getTimeOrderedEpoch();
    private UUID community;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.joined(community, Person.CHEN, CommunityRole.MODERATOR);
        scenario.publisher()
                .publish(new MembershipGranted(
                        membership, 1, community, Person.MEI.id(), CommunityRole.MEMBER, Instant.now()));
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_draft_is_its_authors_alone() {
        UUID draft = begun(Map.of("title", "Only for me"));
        String path = "/api/v1/drafts/" + draft;

        for (Person other : List.of(Person.ADA, Person.CHEN, Person.MO, Person.BO)) {
            as(other).get(path).then().statusCode(404);
            as(other).header("If-Match", "\"1\"").body("{}").patch(path).then().statusCode(404);
            as(other).post(path + "/publication").then().statusCode(404);
            as(other).body(at(SOON)).put(path + "/schedule").then().statusCode(404);
            as(other).delete(path + "/schedule").then().statusCode(404);
            as(other).delete(path).then().statusCode(404);
            as(other).get("/api/v1/me/drafts").then().body("items.id", not(hasItem(draft.toString())));
        }
        given().get(path).then().statusCode(401);
        as(Person.MEI).get(path).then().statusCode(200).header("ETag", "\"1\"").body("title", equalTo("Only for me"));
        as(Person.MEI).get("/api/v1/me/drafts").then().body("items[0].id", equalTo(draft.toString()));
        begin(Person.BO, Map.of()).statusCode(403);
    }

    @Test
    void a_draft_is_written_bit_by_bit_and_no_hand_overwrites_another() {
        UUID draft = begun(Map.of());

        change(draft, 1, Map.of("type", "SHOWCASE", "title", "A title"))
                .statusCode(200)
                .header("ETag", "\"2\"");
        change(draft, 1, Map.of("title", "From the other device")).statusCode(412);
        change(draft, 2, Map.of("body", "Words", "title", "", "tags", List.of("java")))
                .body("type", equalTo("SHOWCASE"))
                .body("title", equalTo(""))
                .body("body", equalTo("Words"))
                .body("tags", equalTo(List.of("java")));
        change(draft, 3, Map.of("title", "x".repeat(201))).statusCode(400);
        as(Person.MEI).body("{}").patch("/api/v1/drafts/" + draft).then().statusCode(428);
        as(Person.MEI).delete("/api/v1/drafts/" + draft).then().statusCode(204);
        as(Person.MEI).get("/api/v1/drafts/" + draft).then().statusCode(404);
    }

    @Test
    void a_draft_that_makes_no_post_yet_says_what_is_missing_and_stays() {
        UUID draft = begun(Map.of("title", " "));

        publish(draft, null)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItems("type", "title", "body"));

        as(Person.MEI).get("/api/v1/drafts/" + draft).then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void a_published_draft_is_a_post_and_no_draft_any_more() {
        UUID draft = begun(complete("Ready"));
        String key = UuidCreator.getTimeOrderedEpoch().toString();

        String post = publish(draft, key)
                .statusCode(201)
                .header("Location", containsString("/api/v1/posts/"))
                .header("ETag", "\"1\"")
                .body("title", equalTo("Ready"))
                .body("state", equalTo("PENDING"))
                .extract()
                .path("id");

        publish(draft, key).statusCode(201).body("id", equalTo(post));
        publish(draft, null).statusCode(404);
        as(Person.MEI).get("/api/v1/drafts/" + draft).then().statusCode(404);
        as(Person.MEI).get("/api/v1/posts/" + post).then().statusCode(200).body("body", equalTo("All of it."));
    }

    @Test
    void a_draft_becomes_one_post_however_often_it_is_published_at_once() {
        UUID draft = begun(complete("Once"));

        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> publish(draft, null).extract().statusCode())
                .toList();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 404);
        assertThat(titles()).containsOnlyOnce("Once");
    }

    @Test
    void scheduled_drafts_become_posts_when_their_time_has_come_and_not_before() {
        UUID early = begun(complete("Early"));
        UUID late = begun(complete("Late"));
        UUID never = begun(complete("Never"));
        schedule(late, Duration.ofDays(1)).statusCode(200);
        schedule(never, SOON).statusCode(200);
        as(Person.MEI)
                .delete("/api/v1/drafts/" + never + "/schedule")
                .then()
                .statusCode(200)
                .body("publishAt", nullValue());
        schedule(early, SOON).statusCode(200).body("publishAt", not(nullValue()));

        awaitGone(early);

        assertThat(titles()).containsExactly("Early");
        as(Person.MEI).get("/api/v1/drafts/" + late).then().statusCode(200).body("failure", nullValue());
        as(Person.MEI).get("/api/v1/drafts/" + never).then().statusCode(200);
        try (var posts = new TopicReader(Topics.POST)) {
            assertThat(posts.await(
                                    PostSubmitted.class,
                                    e -> e.title().equals("Early")
                                            && e.communityId().equals(community))
                            .authorId())
                    .isEqualTo(Person.MEI.id());
        }
    }

    @Test
    void only_a_time_to_come_within_a_year_can_be_scheduled() {
        UUID draft = begun(complete("When?"));

        schedule(draft, Duration.ofMinutes(-1)).statusCode(422);
        schedule(draft, Duration.ofDays(366)).statusCode(422);
        schedule(draft, Duration.ofDays(364)).statusCode(200);
        as(Person.MEI)
                .body("{\"publishAt\": \"tomorrow\"}")
                .put("/api/v1/drafts/" + draft + "/schedule")
                .then()
                .statusCode(400);
    }

    @Test
    void a_draft_that_cannot_be_submitted_when_it_is_due_says_why_and_waits_for_its_author() {
        UUID draft = begun(Map.of("type", "NEWS", "title", "Without a body"));
        schedule(draft, SOON).statusCode(200);

        awaitFailure(draft, "invalid");
        as(Person.MEI)
                .get("/api/v1/drafts/" + draft)
                .then()
                .body("failure.detail", containsString("body"))
                .body("revision", equalTo(3));

        change(draft, 3, Map.of("body", "Here it is.")).statusCode(200).body("failure", nullValue());
        awaitGone(draft);
        assertThat(titles()).containsExactly("Without a body");
    }

    @Test
    void who_was_banned_meanwhile_submits_nothing() {
        UUID draft = begun(complete("Before the ban"));
        schedule(draft, SOON).statusCode(200);
        scenario.publisher()
                .publish(new MembershipRevoked(
                        membership, 2, community, Person.MEI.id(), RevocationCause.BANNED, null, Instant.now()));

        awaitFailure(draft, "members-only");
        publish(draft, null).statusCode(403);
        assertThat(titles()).isEmpty();
    }

    @Test
    void in_an_archived_community_a_draft_stays_a_draft() {
        UUID draft = begun(complete("Too late"));
        scenario.archived(community, 2, Visibility.PUBLIC);

        Awaitility.await().untilAsserted(() -> begin(Person.MEI, Map.of()).statusCode(409));
        publish(draft, null).statusCode(409).body("type", endsWith(":community-archived"));
        as(Person.MEI).get("/api/v1/drafts/" + draft).then().statusCode(200);
    }

    private UUID begun(Map<String, ?> content) {
        return UUID.fromString(
                begin(Person.MEI, content).statusCode(201).extract().path("id"));
    }

    private ValidatableResponse begin(Person person, Map<String, ?> content) {
        return as(person)
                .body(content)
                .post("/api/v1/communities/" + community + "/drafts")
                .then();
    }

    private static Map<String, ?> complete(String title) {
        return Map.of("type", "TECH_SHARE", "title", title, "body", "All of it.", "tags", List.of("kafka"));
    }

    private static ValidatableResponse change(UUID draft, long revision, Map<String, ?> change) {
        return as(Person.MEI)
                .header("If-Match", "\"" + revision + "\"")
                .body(change)
                .patch("/api/v1/drafts/" + draft)
                .then();
    }

    private static ValidatableResponse publish(UUID draft, String key) {
        var request = as(Person.MEI);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.post("/api/v1/drafts/" + draft + "/publication").then();
    }

    private static ValidatableResponse schedule(UUID draft, Duration ahead) {
        return as(Person.MEI)
                .body(at(ahead))
                .put("/api/v1/drafts/" + draft + "/schedule")
                .then();
    }

    private static Map<String, String> at(Duration ahead) {
        return Map.of("publishAt", Instant.now().plus(ahead).toString());
    }

    private static void awaitGone(UUID draft) {
        Awaitility.await("submitted")
                .atMost(30, TimeUnit.SECONDS)
                .untilAsserted(() ->
                        as(Person.MEI).get("/api/v1/drafts/" + draft).then().statusCode(404));
    }

    private static void awaitFailure(UUID draft, String slug) {
        Awaitility.await(slug).atMost(30, TimeUnit.SECONDS).untilAsserted(() -> as(Person.MEI)
                .get("/api/v1/drafts/" + draft)
                .then()
                .statusCode(200)
                .body("failure.slug", equalTo(slug)));
    }

    private List<String> titles() {
        return as(Person.ADA)
                .get("/api/v1/communities/" + community + "/posts?state=PENDING")
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");
    }
}
