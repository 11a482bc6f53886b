package io.cofound.content.series;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
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
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Posts in an order, and members on their way through them. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class SeriesIT {

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        scenario.joined(community, Person.MEI, CommunityRole.MEMBER);
        scenario.joined(community, Person.CHEN, CommunityRole.MODERATOR);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_series_shows_its_posts_in_their_order_to_everybody_who_may_read() {
        List<UUID> posts = posts(3);
        UUID series = made("Raising a seed round");

        arrange(Person.MEI, series, 1, posts.reversed())
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("steps.postId", equalTo(texts(posts.reversed())));

        given().get("/api/v1/series/" + series)
                .then()
                .statusCode(200)
                .body("title", equalTo("Raising a seed round"))
                .body("kind", equalTo("LEARNING_PATH"))
                .body("goals", equalTo(List.of("Know whom to ask")))
                .body("creator.displayName", equalTo(Person.MEI.displayName()))
                .body("steps.title", equalTo(List.of("Post 2", "Post 1", "Post 0")));
        given().get("/api/v1/communities/" + community + "/series?kind=LEARNING_PATH")
                .then()
                .body("items.id", equalTo(List.of(series.toString())));
        given().get("/api/v1/communities/" + community + "/series?kind=SERIES")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void its_creator_and_moderators_change_it_and_nobody_overwrites_another() {
        UUID series = made("First title");
        String path = "/api/v1/series/" + series;

        change(Person.BO, series, 1, Map.of("title", "Not mine")).statusCode(403);
        change(Person.MEI, series, 1, Map.of("title", "Second title"))
                .statusCode(200)
                .body("title", equalTo("Second title"))
                .body("goals", equalTo(List.of("Know whom to ask")));
        change(Person.CHEN, series, 1, Map.of("title", "Third title")).statusCode(412);
        change(Person.CHEN, series, 2, Map.of("title", "Third title")).statusCode(200);
        arrange(Person.MEI, series, 2, List.of()).statusCode(412);
        as(Person.MEI)
                .body(Map.of("postIds", List.of()))
                .put(path + "/posts")
                .then()
                .statusCode(428);
        as(Person.BO).delete(path).then().statusCode(403);
        as(Person.MEI).delete(path).then().statusCode(204);
        given().get(path).then().statusCode(404);
        make(Person.BO, draft("Not a member")).statusCode(403);
        make(Person.MEI, Map.of("kind", "SERIES", "title", " ")).statusCode(400);
    }

    @Test
    void only_published_posts_of_the_community_are_in_a_series_each_once() {
        UUID elsewhere = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID foreign = scenario.posted(Person.ADA, elsewhere, "Elsewhere");
        UUID own = posts(1).getFirst();
        UUID gone = posts(1).getFirst();
        as(Person.MEI).delete("/api/v1/posts/" + gone).then().statusCode(204);
        UUID series = made("Picky");

        arrange(Person.MEI, series, 1, List.of(own, foreign))
                .statusCode(422)
                .body("type", endsWith(":post-not-in-community"));
        arrange(Person.MEI, series, 1, List.of(gone)).statusCode(422);
        arrange(Person.MEI, series, 1, List.of(UuidCreator.getTimeOrderedEpoch()))
                .statusCode(422);
        arrange(Person.MEI, series, 1, List.of(own, own)).statusCode(422).body("type", endsWith(":post-twice"));
        arrange(
                        Person.MEI,
                        series,
                        1,
                        IntStream.range(0, 101)
                                .mapToObj(i -> UuidCreator.getTimeOrderedEpoch())
                                .toList())
                .statusCode(400);
        arrange(Person.MEI, series, 1, List.of(own)).statusCode(200);
    }

    @Test
    void what_is_removed_or_moved_away_is_skipped_and_what_comes_back_is_there_again() {
        UUID hidden = scenario.community(Visibility.HIDDEN, ModerationMode.PRE);
        List<UUID> posts = IntStream.range(0, 3)
                .mapToObj(i -> scenario.published(Person.MEI, community, "Step " + i))
                .toList();
        UUID series = made("With gaps");
        arrange(Person.MEI, series, 1, posts).statusCode(200);
        progress(Person.BO, series, posts.get(0)).statusCode(200);

        as(Person.MEI).delete("/api/v1/posts/" + posts.get(1)).then().statusCode(204);

        progressOf(Person.BO, series)
                .body("nextStep.postId", equalTo(posts.get(2).toString()))
                .body("steps", equalTo(2))
                .body("share", equalTo(0.5f));
        progress(Person.BO, series, posts.get(1)).statusCode(404);

        Awaitility.await().untilAsserted(() -> as(Person.ADA)
                .body(Map.of("communityId", hidden))
                .put("/api/v1/posts/" + posts.get(2) + "/community")
                .then()
                .statusCode(200));
        given().get("/api/v1/series/" + series).then().body("steps.postId", equalTo(texts(posts.subList(0, 1))));
        progressOf(Person.BO, series).body("nextStep", nullValue()).body("share", equalTo(1.0f));

        as(Person.MEI)
                .delete("/api/v1/posts/" + posts.get(1) + "/removal")
                .then()
                .statusCode(200);
        progressOf(Person.BO, series)
                .body("nextStep.postId", equalTo(posts.get(1).toString()));
    }

    @Test
    void a_member_sees_what_is_done_what_is_next_and_what_should_come_before() {
        List<UUID> basics = posts(1);
        List<UUID> advanced = posts(2);
        UUID first = made("Basics");
        arrange(Person.MEI, first, 1, basics).statusCode(200);
        UUID second = made("Advanced", first);
        arrange(Person.MEI, second, 1, advanced).statusCode(200);
        as(Person.BO).get("/api/v1/me/series").then().body("items.series.id", not(hasItem(second.toString())));

        progress(Person.BO, second, advanced.get(1))
                .statusCode(200)
                .body("done", equalTo(texts(advanced.subList(1, 2))))
                .body("share", equalTo(0.5f))
                .body("nextStep.postId", equalTo(advanced.get(0).toString()))
                .body("missingPrerequisites.title", equalTo(List.of("Basics")));
        progress(Person.BO, second, advanced.get(1)).statusCode(200).body("share", equalTo(0.5f));
        progress(Person.BO, first, basics.getFirst()).statusCode(200);
        progressOf(Person.BO, second).body("missingPrerequisites.size()", equalTo(0));
        progressOf(Person.MEI, second).body("share", equalTo(0.0f));
        as(Person.BO)
                .get("/api/v1/me/series?limit=2")
                .then()
                .body("items.series.title", equalTo(List.of("Basics", "Advanced")))
                .body("items.share", equalTo(List.of(1.0f, 0.5f)));

        as(Person.BO)
                .delete("/api/v1/series/" + second + "/progress/" + advanced.get(1))
                .then()
                .statusCode(200)
                .body("share", equalTo(0.0f));
        as(Person.BO).get("/api/v1/me/series").then().body("items.series.id", not(hasItem(second.toString())));
        given().get("/api/v1/series/" + second + "/progress/me").then().statusCode(401);
    }

    @Test
    void no_series_comes_before_itself() {
        UUID first = made("First");
        UUID second = made("Second", first);
        UUID third = made("Third", second);

        require(first, 1, third).statusCode(422).body("type", endsWith(":prerequisite-cycle"));
        require(first, 1, first).statusCode(422).body("type", endsWith(":prerequisite-cycle"));
        require(first, 1, UuidCreator.getTimeOrderedEpoch())
                .statusCode(422)
                .body("type", endsWith(":prerequisite-not-found"));
        given().get("/api/v1/series/" + first)
                .then()
                .body("revision", equalTo(1))
                .body("prerequisites.size()", equalTo(0));
        require(third, 1, first).statusCode(200).body("prerequisites.id", equalTo(List.of(first.toString())));
        require(first, 1, second).statusCode(422);
    }

    @Test
    void of_two_that_shall_come_before_each_other_at_once_one_does() {
        UUID first = made("One");
        UUID second = made("Other");

        List<Integer> answers = List.of(List.of(first, second), List.of(second, first)).parallelStream()
                .map(pair -> require(pair.get(0), 1, pair.get(1)).extract().statusCode())
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void where_one_may_not_read_no_series_exists() {
        UUID hidden = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        UUID post = scenario.posted(Person.ADA, hidden, "Secret");
        UUID series = UUID.fromString(as(Person.ADA)
                .body(draft("Secret path"))
                .post("/api/v1/communities/" + hidden + "/series")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        arrange(Person.ADA, series, 1, List.of(post)).statusCode(200);

        as(Person.BO).get("/api/v1/series/" + series).then().statusCode(404);
        as(Person.BO).get("/api/v1/communities/" + hidden + "/series").then().statusCode(404);
        progress(Person.BO, series, post).statusCode(404);
        as(Person.BO).get("/api/v1/series/" + series + "/progress/me").then().statusCode(404);
        change(Person.BO, series, 2, Map.of("title", "Mine")).statusCode(404);
        as(Person.BO).delete("/api/v1/series/" + series).then().statusCode(404);
    }

    @Test
    void in_an_archived_community_series_are_read_and_done_but_not_changed() {
        List<UUID> posts = posts(1);
        UUID series = made("From better days");
        arrange(Person.MEI, series, 1, posts).statusCode(200);
        scenario.archived(community, 2, Visibility.PUBLIC);

        Awaitility.await()
                .untilAsserted(() -> make(Person.MEI, draft("Too late")).statusCode(409));
        change(Person.CHEN, series, 2, Map.of("title", "Too late")).statusCode(409);
        progress(Person.BO, series, posts.getFirst()).statusCode(200);
        as(Person.MEI).delete("/api/v1/series/" + series).then().statusCode(204);
    }

    private List<UUID> posts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> scenario.posted(Person.MEI, community, "Post " + i))
                .toList();
    }

    private UUID made(String title, UUID... prerequisites) {
        Map<String, Object> draft = new HashMap<>(draft(title));
        draft.put("prerequisites", List.of(prerequisites));
        return UUID.fromString(make(Person.MEI, draft)
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id"));
    }

    private static Map<String, ?> draft(String title) {
        return Map.of("kind", "LEARNING_PATH", "title", title, "goals", List.of("Know whom to ask"));
    }

    private ValidatableResponse make(Person person, Map<String, ?> draft) {
        return as(person)
                .body(draft)
                .post("/api/v1/communities/" + community + "/series")
                .then();
    }

    private static ValidatableResponse change(Person person, UUID series, long revision, Map<String, ?> change) {
        return as(person)
                .header("If-Match", "\"" + revision + "\"")
                .body(change)
                .patch("/api/v1/series/" + series)
                .then();
    }

    private static ValidatableResponse require(UUID series, long revision, UUID prerequisite) {
        return change(Person.MEI, series, revision, Map.of("prerequisites", List.of(prerequisite)));
    }

    private static ValidatableResponse arrange(Person person, UUID series, long revision, List<UUID> posts) {
        return as(person)
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("postIds", posts))
                .put("/api/v1/series/" + series + "/posts")
                .then();
    }

    private static ValidatableResponse progress(Person person, UUID series, UUID post) {
        return as(person).put("/api/v1/series/" + series + "/progress/" + post).then();
    }

    private static ValidatableResponse progressOf(Person person, UUID series) {
        return as(person)
                .get("/api/v1/series/" + series + "/progress/me")
                .then()
                .statusCode(200);
    }

    private static List<String> texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
