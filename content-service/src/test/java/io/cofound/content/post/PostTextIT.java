package io.cofound.content.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.content.ContentTraces;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostSubmitted;
import io.cofound.contracts.content.PublicPost;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.cofound.content.ContentScenario.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What a post carries beside its body, from its author to everybody who hears of it. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class PostTextIT {

    private static final String COVER = "https://img.example.org/launch.png";
    private static final String SOURCE = "https://news.example.org/story?id=7";

    @Inject
    ContentTraces traces;

    private final ContentScenario scenario = new ContentScenario();
    private UUID community;

    @BeforeEach
    void found() {
        community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        // Once this is answered, the community is known here.
        scenario.posted(Person.ADA, community, "First of all");
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void everybody_gets_all_of_it() {
        UUID post = submitted(news(Map.of()));

        given().get("/api/v1/posts/" + post)
                .then()
                .statusCode(200)
                .body("body", equalTo("We **did** it. <script>alert(1)</script>"))
                .body("html", equalTo("<p>We <strong>did</strong> it. &lt;script&gt;alert(1)&lt;/script&gt;</p>\n"))
                .body("summary", equalTo("In short."))
                .body("coverUrl", equalTo(COVER))
                .body("sourceUrl", equalTo(SOURCE));
        given().get("/api/v1/communities/" + community + "/posts")
                .then()
                .body("items[0].excerpt", equalTo("In short."))
                .body("items[0].coverUrl", equalTo(COVER))
                .body("items[0].sourceUrl", equalTo(SOURCE));
        given().get("/api/v1/posts/" + post + "/revisions")
                .then()
                .body("items[0].summary", equalTo("In short."))
                .body("items[0].sourceUrl", equalTo(SOURCE));
        try (var posts = new TopicReader(Topics.POST);
                var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            assertThat(posts.await(PostSubmitted.class, e -> e.postId().equals(post)))
                    .extracting(PostSubmitted::summary, PostSubmitted::coverUrl, PostSubmitted::sourceUrl)
                    .containsExactly("In short.", COVER, SOURCE);
            assertThat(posts.await(PostPublished.class, e -> e.postId().equals(post)))
                    .extracting(PostPublished::summary, PostPublished::coverUrl, PostPublished::sourceUrl)
                    .containsExactly("In short.", COVER, SOURCE);
            assertThat(partners.await(PublicPost.class, e -> e.postId().equals(post)))
                    .extracting(PublicPost::summary, PublicPost::coverUrl, PublicPost::sourceUrl)
                    .containsExactly("In short.", COVER, SOURCE);
        }
    }

    @Test
    void without_a_summary_the_excerpt_is_what_the_body_says_without_formatting() {
        submitted(news(Map.of("summary", "", "body", "# We *did* it\n\n" + "语".repeat(400))));

        given().get("/api/v1/communities/" + community + "/posts")
                .then()
                .body("items[0].excerpt", equalTo("We did it " + "语".repeat(270)));
    }

    @Test
    void what_is_left_empty_is_taken_away_and_what_is_left_out_stays() {
        UUID post = submitted(news(Map.of()));

        edited(post, 1, Map.of("title", "Another title")).statusCode(200).body("coverUrl", equalTo(COVER));
        edited(post, 2, Map.of("summary", "", "coverUrl", " ", "sourceUrl", "", "type", "TECH_SHARE"))
                .statusCode(200)
                .body("summary", nullValue())
                .body("coverUrl", nullValue())
                .body("sourceUrl", nullValue());
    }

    @Test
    void a_source_is_for_news_alone() {
        submit(news(Map.of("type", "QUESTION"))).statusCode(422).body("type", endsWith(":source-url-not-news"));
        UUID post = submitted(news(Map.of()));
        edited(post, 1, Map.of("type", "QUESTION")).statusCode(422).body("type", endsWith(":source-url-not-news"));
        ContentScenario.read(Person.ADA, post).body("type", equalTo("NEWS")).body("revision", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({
        "coverUrl, http://img.example.org/a.png, invalid-cover-url",
        "coverUrl, https://169.254.169.254/latest, invalid-cover-url",
        "coverUrl, https://localhost/a.png, invalid-cover-url",
        "sourceUrl, javascript:alert(1), invalid-source-url",
        "sourceUrl, https://ada:secret@news.example.org/, invalid-source-url",
    })
    void an_address_that_cannot_be_a_posts_is_refused_and_named(String field, String url, String slug) {
        submit(news(Map.of(field, url))).statusCode(422).body("type", endsWith(":" + slug));
    }

    @Test
    void a_summary_has_an_end() {
        submit(news(Map.of("summary", "语".repeat(500)))).statusCode(201);
        submit(news(Map.of("summary", "语".repeat(501), "sourceUrl", ""))).statusCode(400);
    }

    @Test
    void one_thing_has_one_tag_in_whatever_words() {
        UUID post = submitted(news(Map.of("tags", List.of("电商", "E-Commerce", " 占星   术 ", "占星 术", "AI"))));

        given().get("/api/v1/posts/" + post).then().body("tags", equalTo(List.of("ecommerce", "占星 术", "ai")));
    }

    @Test
    void the_page_from_the_document_store_is_the_page_from_the_database() {
        UUID post = submitted(news(Map.of()));
        String fromDatabase =
                given().get("/api/v1/posts/" + post).then().extract().asString();
        Awaitility.await("page").untilAsserted(() -> assertThat(traces.of(post.toString()))
                .anyMatch(trace -> trace.startsWith("post_pages")));

        assertThat(given().get("/api/v1/posts/" + post).then().extract().asString())
                .isEqualTo(fromDatabase);
    }

    private UUID submitted(Map<String, Object> draft) {
        return UUID.fromString(submit(draft).statusCode(201).extract().path("id"));
    }

    private ValidatableResponse submit(Map<String, Object> draft) {
        return as(Person.ADA)
                .body(draft)
                .post("/api/v1/communities/" + community + "/posts")
                .then();
    }

    private static ValidatableResponse edited(UUID post, long revision, Map<String, Object> change) {
        return as(Person.ADA)
                .header("If-Match", "\"" + revision + "\"")
                .body(change)
                .patch("/api/v1/posts/" + post)
                .then();
    }

    private static Map<String, Object> news(Map<String, Object> otherwise) {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "type", "NEWS",
                "title", "Launched",
                "body", "We **did** it. <script>alert(1)</script>",
                "summary", " In short. ",
                "coverUrl", COVER,
                "sourceUrl", "https://News.example.org:443/story?utm_source=x&id=7#comments",
                "tags", List.of("java")));
        draft.putAll(otherwise);
        return draft;
    }
}
