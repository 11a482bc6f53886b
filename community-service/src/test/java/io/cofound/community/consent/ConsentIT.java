package io.cofound.community.consent;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.community.Newcomer;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ConsentIT {

    private static final String PATH = "/api/v1/me/consents";

    @Inject
    DataSource database;

    @Test
    void nobody_consents_by_saying_nothing() {
        Newcomer newcomer = Newcomer.arrives();

        newcomer.asks()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("recommendation", equalTo(false))
                .body("externalProcessing", equalTo(false))
                .body("analytics", equalTo(false))
                .body("renewalNeeded", equalTo(false))
                .body("policyVersion", nullValue())
                .body("currentPolicyVersion", notNullValue());
        newcomer.asks().get(PATH + "/history").then().statusCode(200).body("items", empty());
        given().get(PATH).then().statusCode(401);
    }

    @Test
    void consent_is_given_and_withdrawn_one_by_one_and_every_answer_is_kept() {
        Newcomer newcomer = Newcomer.arrives();

        answer(newcomer, "{\"recommendation\": true, \"analytics\": true}", 1);
        answer(newcomer, "{\"analytics\": false}", 2);
        answer(newcomer, "{\"analytics\": false}", 2);
        answer(newcomer, "{}", 2);

        newcomer.asks().get(PATH).then().body("recommendation", equalTo(true)).body("analytics", equalTo(false));
        newcomer.asks()
                .get(PATH + "/history")
                .then()
                .body("items.revision", contains(2, 1))
                .body("items.analytics", contains(false, true))
                .body("items.policyVersion", contains(notNullValue(), notNullValue()));
        try (var topic = new TopicReader(Topics.CONSENT)) {
            assertThat(topic.await(
                            ConsentsChanged.class,
                            event -> event.memberId().equals(newcomer.id()) && event.revision() == 2))
                    .extracting(ConsentsChanged::recommendation, ConsentsChanged::analytics)
                    .containsExactly(true, false);
        }
    }

    @Test
    void the_history_comes_in_pages() {
        Newcomer newcomer = Newcomer.arrives();
        answer(newcomer, "{\"analytics\": true}", 1);
        answer(newcomer, "{\"analytics\": false}", 2);
        answer(newcomer, "{\"analytics\": true}", 3);

        String next = newcomer.asks()
                .get(PATH + "/history?limit=2")
                .then()
                .body("items.revision", contains(3, 2))
                .extract()
                .path("nextCursor");
        newcomer.asks()
                .queryParam("cursor", next)
                .get(PATH + "/history")
                .then()
                .body("items.revision", contains(1))
                .body("nextCursor", nullValue());
    }

    @Test
    void a_new_policy_asks_for_consent_anew() throws SQLException {
        Newcomer newcomer = Newcomer.arrives();
        answer(newcomer, "{\"analytics\": true}", 1);
        answeredUnder("an older policy", newcomer);

        newcomer.asks()
                .get(PATH)
                .then()
                .body("renewalNeeded", equalTo(true))
                .body("analytics", equalTo(true))
                .body("policyVersion", equalTo("an older policy"));
        answer(newcomer, "{\"analytics\": true}", 2);
        newcomer.asks().get(PATH).then().body("renewalNeeded", equalTo(false));
    }

    @Test
    void what_is_no_answer_is_a_clear_problem() {
        Newcomer newcomer = Newcomer.arrives();

        for (String body : new String[] {"{\"analytics\": \"yes\"}", "{\"analitics\": true}", "[]", ""}) {
            newcomer.asks().body(body).put(PATH).then().statusCode(400).contentType("application/problem+json");
        }
    }

    private static void answer(Newcomer newcomer, String body, int revision) {
        newcomer.asks().body(body).put(PATH).then().statusCode(200).body("revision", equalTo(revision));
    }

    private void answeredUnder(String policy, Newcomer newcomer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update consent_answer set policy_version = ? where member_id = ?")) {
            update.setString(1, policy);
            update.setObject(2, newcomer.id());
            update.executeUpdate();
        }
    }
}
