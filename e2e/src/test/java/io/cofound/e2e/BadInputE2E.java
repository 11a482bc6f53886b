package io.cofound.e2e;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** Every mistake gets a clear problem, and stores nothing. */
@WholeStack
class BadInputE2E {

    private static final String PROBLEM = "application/problem+json";

    private final Cofound cofound;
    private String community;

    BadInputE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    static Stream<Arguments> badPosts() {
        return Stream.of(
                Arguments.of("malformed JSON", "{\"type\": \"NEWS\", ", 400),
                Arguments.of(
                        "an unknown field",
                        "{\"type\": \"NEWS\", \"title\": \"t\", \"body\": \"b\", \"titel\": \"t\"}",
                        400),
                Arguments.of("a number for a text", "{\"type\": \"NEWS\", \"title\": 7, \"body\": \"b\"}", 400),
                Arguments.of("an unknown type", "{\"type\": \"POEM\", \"title\": \"t\", \"body\": \"b\"}", 400),
                Arguments.of(
                        "a text for a list",
                        "{\"type\": \"NEWS\", \"title\": \"t\", \"body\": \"b\", \"tags\": \"x\"}",
                        400),
                Arguments.of("a missing title", "{\"type\": \"NEWS\", \"body\": \"b\"}", 400),
                Arguments.of(
                        "a title of 201 characters",
                        "{\"type\": \"NEWS\", \"title\": \"" + "长".repeat(201) + "\", \"body\": \"b\"}",
                        400),
                Arguments.of("an array", "[]", 400),
                Arguments.of("nothing", "", 400));
    }

    @BeforeEach
    void a_community_of_ada() {
        community = cofound.as("ada")
                .body(Map.of("name", "Bad input"))
                .post("/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        // Its posts are asked for below, of a service that hears of it a moment later.
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(this::assertNothingStored);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badPosts")
    void a_bad_post_is_a_clear_problem(String what, String body, int status) {
        Response response = cofound.as("ada").body(body).post("/communities/" + community + "/posts");

        assertThat(response.statusCode()).isEqualTo(status);
        assertClearProblem(response);
        assertNothingStored();
    }

    @Test
    void a_body_of_ten_megabytes_is_413() {
        String body = "{\"type\": \"NEWS\", \"title\": \"t\", \"body\": \"" + "x".repeat(10_000_000) + "\"}";

        Response response = cofound.as("ada").body(body).post("/communities/" + community + "/posts");

        assertThat(response.statusCode()).isEqualTo(413);
        assertClearProblem(response);
        assertNothingStored();
    }

    @Test
    void another_content_type_is_415() {
        cofound.as("ada")
                .contentType(ContentType.XML)
                .body("<post/>")
                .post("/communities/" + community + "/posts")
                .then()
                .statusCode(415)
                .contentType(PROBLEM);
    }

    @Test
    void a_token_that_proves_nothing_is_401() {
        String[] parts = cofound.signIn("ada").split("\\.");
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
        List<String> tokens = List.of(
                none + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 8) + "AAAAAAAA",
                parts[0] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString("{\"sub\":\"x\"}".getBytes())
                        + "." + parts[2],
                "nonsense");

        for (String token : tokens) {
            Response response = cofound.withToken(token).get("/me");
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
            assertClearProblem(response);
        }
        cofound.anonymous().get("/me").then().statusCode(401).contentType(PROBLEM);
    }

    @Test
    void the_post_of_another_member_is_not_mine_to_change() {
        String post = cofound.as("ada")
                .body(Map.of("type", "QUESTION", "title", "Whose is it?", "body", "Mine, I think."))
                .post("/communities/" + community + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        cofound.as("bo")
                .header("If-Match", "\"1\"")
                .body(Map.of("title", "Mine now"))
                .patch("/posts/" + post)
                .then()
                .statusCode(Matchers.oneOf(403, 404))
                .contentType(PROBLEM);
        cofound.as("bo")
                .delete("/posts/" + post)
                .then()
                .statusCode(Matchers.oneOf(403, 404))
                .contentType(PROBLEM);
        cofound.as("ada")
                .get("/posts/" + post)
                .then()
                .body("title", equalTo("Whose is it?"))
                .body("state", not(equalTo("REMOVED")));
    }

    @Test
    void what_does_not_exist_is_404() {
        cofound.anonymous().get("/nothing/here").then().statusCode(404).contentType(PROBLEM);
        cofound.anonymous()
                .get("/posts/0197f3a0-0000-7000-8000-00000000ffff")
                .then()
                .statusCode(404)
                .contentType(PROBLEM);
        cofound.anonymous().get("/posts/not-an-id").then().statusCode(404).contentType(PROBLEM);
    }

    private void assertNothingStored() {
        cofound.as("ada")
                .get("/communities/" + community + "/posts")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static void assertClearProblem(Response response) {
        assertThat(response.contentType()).startsWith(PROBLEM);
        assertThat(response.<Integer>path("status")).isEqualTo(response.statusCode());
        assertThat(response.<String>path("title")).isNotBlank();
        assertThat(response.asString()).doesNotContain("Exception", "at io.", "at java.", "jackson");
    }
}
