package io.cofound.content.syndication;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.cofound.content.ContentScenario.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

/** What the world reads of public communities without this API's words. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class SyndicationIT {

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.rss", "feed.atom"})
    void feeds_are_read_by_any_reader_of_feeds(String file) throws Exception {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID earlier = posted(community, "Earlier", "Plain");
        UUID later = posted(community, "Later & <b>louder</b>\u0001", "<script>alert(1)</script>\u0002 *said*");
        awaitTitle(community, "出海");

        Response answer = given().get(path(community, file));

        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.asString()));
        assertThat(feed.getTitle()).isEqualTo("出海");
        assertThat(feed.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("urn:uuid:" + later, "urn:uuid:" + earlier);
        SyndEntry entry = feed.getEntries().getFirst();
        assertThat(entry.getTitle()).isEqualTo("Later & <b>louder</b>");
        assertThat(entry.getLink()).isEqualTo("https://example.org/posts/" + later);
        assertThat(entry.getAuthor()).isEqualTo(Person.ADA.displayName());
        assertThat(entry.getCategories())
                .extracting(category -> category.getName())
                .containsExactly("java", "distributed-systems");
        assertThat(entry.getContents().getFirst().getValue()).contains("said").doesNotContain("<script");
        assertThat(entry.getPublishedDate()).isNotNull();
    }

    @Test
    void json_feed() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID post = posted(community, "Title", "<script>alert(1)</script> said");

        given().get(path(community, "feed.json"))
                .then()
                .statusCode(200)
                .contentType("application/feed+json")
                .body("version", equalTo("https://jsonfeed.org/version/1.1"))
                .body("items.size()", equalTo(1))
                .body("items[0].id", equalTo("urn:uuid:" + post))
                .body("items[0].url", equalTo("https://example.org/posts/" + post))
                .body("items[0].authors[0].name", equalTo(Person.ADA.displayName()))
                .body("items[0].tags", equalTo(List.of("java", "distributed-systems")))
                .body("items[0].content_html", containsString("said"))
                .body("items[0].content_html", not(containsString("<script")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.rss", "feed.atom", "feed.json"})
    void what_did_not_change_is_not_sent_again(String file) {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID post = posted(community, "One", "Text");
        awaitTitle(community, "出海");
        Response first = given().get(path(community, file));
        String tag = first.header("ETag");
        assertThat(first.header("Cache-Control")).contains("max-age=60");

        given().header("If-None-Match", tag)
                .get(path(community, file))
                .then()
                .statusCode(304)
                .header("ETag", tag);
        given().header("If-Modified-Since", first.header("Last-Modified"))
                .get(path(community, file))
                .then()
                .statusCode(304);

        as(Person.ADA).delete("/api/v1/posts/" + post).then().statusCode(204);
        given().header("If-None-Match", tag).get(path(community, file)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"feed.rss", "feed.atom", "feed.json"})
    void a_community_that_is_not_public_has_none(String file) {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        posted(community, "Was public", "Text");
        given().get(path(community, file)).then().statusCode(200);

        scenario.changed(community, 2, Visibility.LISTED, ModerationMode.POST);

        Awaitility.await()
                .untilAsserted(() -> given().get(path(community, file)).then().statusCode(404));
        as(Person.ADA).get(path(community, file)).then().statusCode(404);
        given().get(path(UUID.randomUUID(), file)).then().statusCode(404);
    }

    @Test
    void the_sitemap_has_what_is_public_and_nothing_else() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID hidden = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        UUID open = posted(community, "Open", "Text");
        UUID secret = posted(hidden, "Secret", "Text");
        int bucket = (int) (open.getLeastSignificantBits() & 0xff);
        int otherBucket = (int) (secret.getLeastSignificantBits() & 0xff);

        given().get("/api/v1/sitemap")
                .then()
                .statusCode(200)
                .body("items[0].url", equalTo("https://example.org/posts/" + open));
        given().get("/api/v1/sitemap/index.xml")
                .then()
                .statusCode(200)
                .contentType("application/xml")
                .body(containsString("<loc>https://example.org/api/v1/sitemap/" + bucket + ".xml</loc>"));
        given().get("/api/v1/sitemap/" + bucket + ".xml")
                .then()
                .statusCode(200)
                .body(containsString("<loc>https://example.org/posts/" + open + "</loc>"));
        assertThat(given().get("/api/v1/sitemap/" + otherBucket + ".xml").asString())
                .doesNotContain(secret.toString());
        given().get("/api/v1/sitemap/256.xml").then().statusCode(404);
    }

    private static UUID posted(UUID community, String title, String body) {
        return UUID.fromString(as(Person.ADA)
                .body(Map.of(
                        "type",
                        "TECH_SHARE",
                        "title",
                        title,
                        "body",
                        body,
                        "tags",
                        List.of("java", "distributed-systems")))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static void awaitTitle(UUID community, String title) {
        Awaitility.await()
                .untilAsserted(
                        () -> given().get(path(community, "feed.json")).then().body("title", equalTo(title)));
    }

    private static String path(UUID community, String file) {
        return "/api/v1/communities/" + community + "/" + file;
    }
}
