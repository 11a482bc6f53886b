package io.cofound.content.post;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.ContentScenario.draft;
import static io.cofound.content.ContentScenario.read;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Who may do what, and what is no request at all. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class PostAccessIT {

    @Inject
    DataSource database;

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void what_a_hidden_community_writes_is_for_its_members() {
        UUID community = scenario.community(Visibility.HIDDEN, ModerationMode.PRE);
        UUID post = scenario.published(Person.ADA, community, "Stealth");

        read(Person.BO, post).statusCode(404);
        given().get("/api/v1/posts/" + post).then().statusCode(404);
        given().get("/api/v1/posts/" + post + "/revisions").then().statusCode(404);
        as(Person.BO).get("/api/v1/communities/" + community + "/posts").then().statusCode(404);
        as(Person.BO)
                .body(draft("Let me in"))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(404);
        scenario.edited(Person.BO, post, 1, "Mine").statusCode(404);
        remove(Person.BO, post, 404);
        as(Person.BO).get("/api/v1/feed?limit=100").then().body("items.id", not(hasItem(post.toString())));
        as(Person.ADA).get("/api/v1/feed?limit=100").then().body("items.id", hasItem(post.toString()));

        scenario.joined(community, Person.CHEN, CommunityRole.MEMBER);
        Awaitility.await().untilAsserted(() -> read(Person.CHEN, post).statusCode(200));
    }

    @Test
    void only_members_post_and_word_of_a_membership_is_waited_for() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.posted(Person.ADA, community, "Right after founding");

        String path = "/api/v1/communities/" + community + "/posts";
        as(Person.BO).body(draft("Uninvited")).post(path).then().statusCode(403);
        given().contentType("application/json")
                .body(draft("Nobody"))
                .post(path)
                .then()
                .statusCode(401);
        as(Person.BO)
                .body(draft("Nowhere"))
                .post("/api/v1/communities/" + UUID.randomUUID() + "/posts")
                .then()
                .statusCode(404);
    }

    @Test
    void another_member_s_post_cannot_be_changed() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.joined(community, Person.CHEN, CommunityRole.MODERATOR);
        UUID post = scenario.published(Person.ADA, community, "Mine");

        scenario.edited(Person.BO, post, 1, "Yours").statusCode(403);
        scenario.edited(Person.CHEN, post, 1, "Moderated").statusCode(403);
        read(Person.ADA, post).body("title", equalTo("Mine")).body("revision", equalTo(1));
    }

    @Test
    void the_same_idempotency_key_makes_one_post() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID other = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        String key = UUID.randomUUID().toString();

        List<String> ids = Stream.of(1, 2)
                .map(i -> submit(community, key, 201).<String>path("id"))
                .toList();

        assertThat(ids.get(0)).isEqualTo(ids.get(1));
        submit(other, key, 422);
    }

    @Test
    void bad_input_is_a_clear_problem_and_nothing_is_stored() throws SQLException {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.posted(Person.ADA, community, "Fine");
        long before = count("select count(*) from post");
        String tags = IntStream.range(0, 11).mapToObj(i -> "\"t" + i + "\"").collect(joining(","));

        for (String body : List.of(
                "{\"type\": \"NEWS\", ",
                "",
                "[]",
                "{}",
                draft("x").replace("TECH_SHARE", "POEM"),
                draft("x").replace("\"tags\"", "\"tegs\""),
                draft("\u3000 "),
                draft("x".repeat(201)),
                draft("nul \\u0000"),
                draft("x").replace("How we did it.", ""),
                draft("x").replace("How we did it.", "x".repeat(50_001)),
                draft("x").replace("\"java\", \"kafka\"", tags),
                draft("x").replace("kafka", "x".repeat(41)),
                draft("x").replace("\"kafka\"", "null"),
                draft("x").replace("\"x\"", "7"))) {
            as(Person.ADA)
                    .body(body)
                    .post("/api/v1/communities/" + community + "/posts")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("stackTrace", nullValue());
        }
        given().get("/api/v1/feed?sort=following").then().statusCode(401);
        given().get("/api/v1/feed?sort=best").then().statusCode(400);
        given().get("/api/v1/feed?limit=101").then().statusCode(400);
        given().get("/api/v1/feed?cursor=nonsense").then().statusCode(400);
        given().get("/api/v1/posts/nonsense").then().statusCode(404);
        given().auth()
                .oauth2(TestTokens.foreign(Person.ADA))
                .contentType("application/json")
                .body(draft("x"))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(401);

        assertThat(count("select count(*) from post")).isEqualTo(before);
    }

    @Test
    void limits_count_characters_not_bytes() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        as(Person.ADA)
                .body(Map.of("type", "NEWS", "title", "🚀".repeat(200), "body", "创".repeat(50_000)))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(201);
    }

    private static void remove(Person person, UUID post, int status) {
        as(person).delete("/api/v1/posts/" + post).then().statusCode(status);
    }

    private static ExtractableResponse<Response> submit(UUID community, String key, int status) {
        return as(Person.ADA)
                .header("Idempotency-Key", key)
                .body(draft("Keyed"))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(status)
                .extract();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
