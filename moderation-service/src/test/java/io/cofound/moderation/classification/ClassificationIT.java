package io.cofound.moderation.classification;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.moderation.decision.LanguageModelStandIn;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class ClassificationIT {

    private static final String GOOD =
            "We moved our billing from cron jobs to a queue. p99 fell from 480 ms to 61 ms. What would you have done?";
    private static final String SPAM = "专业代开发票，餐饮住宿增值税都可以，加微信：fapiao_8866，先开后付";

    @Inject
    DataSource database;

    @Test
    void a_moderator_tries_a_text_and_nothing_is_stored() throws SQLException {
        long before = decisions();

        classify(Person.MO, "{\"text\": \"%s\", \"language\": \"zh\"}".formatted(SPAM))
                .statusCode(200)
                .body("label", equalTo("SPAM"))
                .body("action", equalTo("REJECT"))
                .body("rung", equalTo("RULES"))
                .body("reasons[0].evidence", not(equalTo("")))
                .body("model", startsWith("local-"))
                .body("keySet()", equalTo(Set.of("label", "scores", "action", "rung", "reasons", "model")));
        classify(Person.MO, "{\"text\": \"%s\"}".formatted(GOOD))
                .statusCode(200)
                .body("label", equalTo("OK"));

        assertThat(decisions()).isEqualTo(before);
    }

    @Test
    void nobody_else_tries_texts_and_bad_requests_are_refused() {
        classify(Person.ADA, "{\"text\": \"hello\"}").statusCode(403).contentType("application/problem+json");
        given().contentType("application/json")
                .body("{\"text\": \"hello\"}")
                .post("/api/v1/moderation/classifications")
                .then()
                .statusCode(401);
        classify(Person.MO, "{\"text\": \" \"}").statusCode(400);
        classify(Person.MO, "{\"text\": 5}").statusCode(400);
        classify(Person.MO, "{}").statusCode(400);
        classify(Person.MO, "{\"text\": \"a\", \"surprise\": 1}").statusCode(400);
        classify(Person.MO, "{\"text\": \"a\", \"language\": \"no language\"}").statusCode(400);
        classify(Person.MO, "{\"text\": \"%s\"}".formatted("a".repeat(50_001))).statusCode(400);
    }

    @Test
    void members_may_see_how_good_the_model_is() {
        given().auth()
                .oauth2(TestTokens.of(Person.ADA))
                .get("/api/v1/moderation/models")
                .then()
                .statusCode(200)
                .body("items.state", hasItem("LIVE"))
                .body("items[0].figures.all.macroF1", greaterThan(0.8f))
                .body("items[0].figures.zh.labels.SCAM.recall", greaterThan(0.5f));
        given().get("/api/v1/moderation/models").then().statusCode(401);
    }

    @Test
    void is_ready_when_the_model_is() {
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    private long decisions() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from decision")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static ValidatableResponse classify(Person person, String body) {
        return given().auth()
                .oauth2(TestTokens.of(person))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/moderation/classifications")
                .then();
    }
}
