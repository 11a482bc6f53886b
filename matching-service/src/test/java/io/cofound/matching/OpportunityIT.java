package io.cofound.matching;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.contracts.moderation.Action;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "matching"))
class OpportunityIT {
    private static final String OPPORTUNITIES = "/api/v1/opportunities";

    @Test
    void the_same_key_publishes_once_and_the_list_is_read_in_pages() {
        Map<String, String> draft =
                Map.of("kind", "NEED", "category", "FUNDING", "title", "Seed round", "text", "We raise.");
        String once = as(Person.OLGA)
                .header("Idempotency-Key", "k1")
                .body(draft)
                .post(OPPORTUNITIES)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .path("id");
        String twice = as(Person.OLGA)
                .header("Idempotency-Key", "k1")
                .body(draft)
                .post(OPPORTUNITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(twice).isEqualTo(once);
        Market.accept(once);
        String second = publish(Person.OLGA, "NEED", "FUNDING", "过桥贷款", "三个月。");

        String mine = OPPORTUNITIES + "?kind=NEED&category=FUNDING&member=" + Person.OLGA.id();
        JsonPath first = given().get(mine + "&limit=1").jsonPath();
        JsonPath rest = given().get(mine + "&limit=1&cursor=" + first.getString("nextCursor"))
                .jsonPath();

        assertThat(first.getList("items.id")).isEqualTo(List.of(second));
        assertThat(rest.getList("items.id")).isEqualTo(List.of(once));
        assertThat(rest.getString("nextCursor")).isNull();
        given().get(OPPORTUNITIES + "?kind=OFFER").then().body("items.kind", everyItem(equalTo("OFFER")));
    }

    @Test
    void a_change_needs_the_owner_and_the_current_revision_and_is_told() {
        String id = publish(Person.MEI, "NEED", "TALENT", "Designer", "For an app.");
        String path = OPPORTUNITIES + "/" + id;
        String change = "{\"title\": \"招聘设计师\", \"text\": \"做一款应用。\"}";

        as(Person.MEI).body(change).patch(path).then().statusCode(428);
        as(Person.MEI)
                .header("If-Match", "\"9\"")
                .body(change)
                .patch(path)
                .then()
                .statusCode(412);
        as(Person.BO)
                .header("If-Match", "\"1\"")
                .body(change)
                .patch(path)
                .then()
                .statusCode(403);
        given().contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(change)
                .patch(path)
                .then()
                .statusCode(401);
        as(Person.MEI)
                .header("If-Match", "\"1\"")
                .body(change)
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("language", equalTo("zh"))
                .body("title", equalTo("招聘设计师"))
                .body("moderation.state", equalTo("PENDING"));
        given().get(path).then().body("title", equalTo("Designer")).body("moderation", nullValue());
        Market.rule(Market.submitted(id, 2), Action.PUBLISH, 1);
        try (var partners = new TopicReader(Topics.PUBLIC_OPPORTUNITIES)) {
            assertThat(partners.await(
                                    PublicOpportunity.class,
                                    e -> e.opportunityId().equals(UUID.fromString(id)) && e.revision() == 2)
                            .title())
                    .isEqualTo("招聘设计师");
        }
    }

    @Test
    void bad_input_is_a_clear_problem() {
        for (String body : List.of(
                "",
                "{\"kind\": ",
                "{}",
                "{\"kind\": \"WISH\", \"category\": \"TALENT\", \"title\": \"a\", \"text\": \"b\"}",
                "{\"kind\": \"NEED\", \"category\": \"TALENT\", \"title\": \"  \", \"text\": \"b\"}",
                "{\"kind\": \"NEED\", \"category\": \"TALENT\", \"title\": 7, \"text\": \"b\"}",
                "{\"kind\": \"NEED\", \"category\": \"TALENT\", \"title\": \"a\", \"text\": \"b\", \"nmae\": 1}",
                "{\"kind\": \"NEED\", \"category\": \"TALENT\", \"title\": \"%s\", \"text\": \"b\"}"
                        .formatted("a".repeat(201)),
                "{\"kind\": \"NEED\", \"category\": \"TALENT\", \"title\": \"a\", \"text\": \"%s\"}"
                        .formatted("b".repeat(10_001)))) {
            as(Person.ADA)
                    .body(body)
                    .post(OPPORTUNITIES)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        given().contentType(ContentType.JSON)
                .body(Map.of("kind", "NEED", "category", "TALENT", "title", "a", "text", "b"))
                .post(OPPORTUNITIES)
                .then()
                .statusCode(401);
        for (String query : List.of("kind=WISH", "category=x", "member=x", "limit=0", "limit=x", "cursor=x")) {
            given().get(OPPORTUNITIES + "?" + query).then().statusCode(400).contentType("application/problem+json");
        }
        given().get(OPPORTUNITIES + "/" + UUID.randomUUID() + "/matches").then().statusCode(404);
        given().get(OPPORTUNITIES + "/nonsense/matches").then().statusCode(404);
        given().get("/api/v1/recommendations/posts?limit=101").then().statusCode(400);
        for (String token : List.of(TestTokens.expired(Person.ADA), TestTokens.foreign(Person.ADA), "nonsense")) {
            given().auth()
                    .oauth2(token)
                    .get("/api/v1/recommendations/posts")
                    .then()
                    .statusCode(401);
        }
    }

    private static String publish(Person person, String kind, String category, String title, String text) {
        return Market.publish(person.id(), kind, category, title, text);
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person)).contentType(ContentType.JSON);
    }
}
