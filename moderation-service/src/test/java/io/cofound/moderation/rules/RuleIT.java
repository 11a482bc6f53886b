package io.cofound.moderation.rules;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.content.CommentSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Rung;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(io.cofound.moderation.decision.LanguageModelStandIn.class)
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "moderation"))
class RuleIT {

    private static final UUID COMMUNITY = UUID.randomUUID();

    @Inject
    DataSource database;

    private final Publisher publisher = new Publisher();
    private final TopicReader decided = new TopicReader(Topics.DECISION);

    @AfterEach
    void close() {
        publisher.close();
        decided.close();
    }

    @Test
    void a_rule_watches_before_it_decides_and_then_decides_in_its_community_only() {
        String word = unheardOf();
        String rule = written("REJECT", word, COMMUNITY);

        moved(rule, 1, "SHADOW").statusCode(200).body("state", equalTo("SHADOW"));
        DecisionMade watched = decisionOn(comment(COMMUNITY, "Our " + word + " went live today, happy to share."));
        moved(rule, 2, "LIVE").statusCode(200);
        DecisionMade caught = decisionOn(comment(COMMUNITY, "Our " + word.toUpperCase() + " went live, see you."));
        DecisionMade elsewhere = decisionOn(comment(UUID.randomUUID(), "Our " + word + " went live. See you there."));

        assertThat(watched.rung()).isEqualTo(Rung.MODEL);
        assertThat(caught.action()).isEqualTo(Action.REJECT);
        assertThat(caught.rung()).isEqualTo(Rung.RULES);
        assertThat(caught.reasons().getFirst().evidence()).isEqualTo(word.toUpperCase());
        assertThat(elsewhere.rung()).isEqualTo(Rung.MODEL);
        assertThat(versionIn(caught)).isGreaterThan(versionIn(watched));
        read(rule)
                .body("figures.hits", equalTo(1))
                .body("figures.shadowHits", equalTo(1))
                .body("figures.precision", nullValue())
                .body("history.state", contains("DRAFT", "SHADOW", "LIVE"))
                .body("history.changedBy", hasItem(Person.MO.id().toString()));
    }

    @Test
    void precision_is_what_people_said_of_what_it_caught() throws SQLException {
        String word = unheardOf();
        String rule = live("HOLD", word);
        DecisionMade right = decisionOn(comment(COMMUNITY, "The first " + word + " of the year, everybody."));
        DecisionMade wrong = decisionOn(comment(COMMUNITY, "A second thing that is called " + word + ", sorry."));
        decisionOn(comment(COMMUNITY, "And one that nobody has looked at, " + word + ", as yet."));

        judgedByPeople(right, "REJECT");
        judgedByPeople(wrong, "PUBLISH");

        read(rule)
                .body("figures.hits", equalTo(3))
                .body("figures.judged", equalTo(2))
                .body("figures.precision", equalTo(0.5f));
        given().auth()
                .oauth2(TestTokens.of(Person.OLGA))
                .get("/api/v1/moderation/metrics")
                .then()
                .statusCode(200)
                .body("rules.find { it.id == '" + rule + "' }.figures.judged", equalTo(2))
                .body("rungs.rung", hasItem("RULES"));
    }

    @Test
    void a_retired_rule_sees_nothing_and_never_comes_back() {
        String word = unheardOf();
        String rule = live("REJECT", word);

        moved(rule, 3, "RETIRED").statusCode(200);

        assertThat(decisionOn(comment(COMMUNITY, "Nobody minds the " + word + " any more."))
                        .rung())
                .isEqualTo(Rung.MODEL);
        moved(rule, 4, "SHADOW").statusCode(409).body("type", equalTo("urn:cofound:problem:rule-state"));
    }

    @Test
    void a_change_names_the_revision_it_is_based_on() {
        String rule = written("HOLD", unheardOf(), null);

        moved(rule, 7, "SHADOW").statusCode(412);
        moved(rule, 1, "LIVE").statusCode(409);
        given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .contentType("application/json")
                .body(Map.of("state", "SHADOW"))
                .put("/api/v1/moderation/rules/" + rule + "/state")
                .then()
                .statusCode(428);
    }

    @Test
    void a_mistake_is_answered_with_what_to_change() {
        post("HOLD", "产品", null)
                .statusCode(422)
                .body("type", equalTo("urn:cofound:problem:rule-too-broad"))
                .body("detail", containsString("产品"));
    }

    @Test
    void nobody_else_reads_or_writes_rules() {
        given().auth()
                .oauth2(TestTokens.of(Person.ADA))
                .get("/api/v1/moderation/rules")
                .then()
                .statusCode(403);
        given().get("/api/v1/moderation/rules").then().statusCode(401);
    }

    @Test
    void the_list_goes_on_where_the_page_before_ended() {
        String first = written("HOLD", unheardOf(), null);
        String second = written("HOLD", unheardOf(), null);

        String cursor =
                listed("?limit=1").body("items.id", contains(second)).extract().path("nextCursor");

        listed("?limit=1&cursor=" + cursor).body("items.id", contains(first));
    }

    private static ValidatableResponse listed(String query) {
        return given().auth()
                .oauth2(TestTokens.of(Person.OLGA))
                .get("/api/v1/moderation/rules" + query)
                .then()
                .statusCode(200);
    }

    private static String live(String effect, String word) {
        String rule = written(effect, word, null);
        moved(rule, 1, "SHADOW").statusCode(200);
        moved(rule, 2, "LIVE").statusCode(200);
        return rule;
    }

    private static String written(String effect, String word, UUID community) {
        return post(effect, word, community)
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(String effect, String word, UUID community) {
        Map<String, Object> rule = new java.util.HashMap<>(Map.of(
                "name",
                "words",
                "tag",
                "test",
                "label",
                "SPAM",
                "effect",
                effect,
                "kind",
                "WORDS",
                "terms",
                List.of(word)));
        rule.put("communityId", community);
        return given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .contentType("application/json")
                .body(rule)
                .post("/api/v1/moderation/rules")
                .then();
    }

    private static ValidatableResponse moved(String rule, long revision, String state) {
        return given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .contentType("application/json")
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("state", state))
                .put("/api/v1/moderation/rules/" + rule + "/state")
                .then();
    }

    private static ValidatableResponse read(String rule) {
        return given().auth()
                .oauth2(TestTokens.of(Person.MO))
                .get("/api/v1/moderation/rules/" + rule)
                .then()
                .statusCode(200);
    }

    /** Letters only, so that no disguise is seen in it. */
    private static String unheardOf() {
        return "qx" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }

    private static long versionIn(DecisionMade decision) {
        return Long.parseLong(decision.model().replaceAll(".*\\+ruleset-(\\d+).*", "$1"));
    }

    private void judgedByPeople(DecisionMade decision, String action) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update decision set rung = 'HUMAN', action = '%s' where id = '%s'"
                    .formatted(action, decision.decisionId()));
        }
    }

    private static CommentSubmitted comment(UUID community, String text) {
        return new CommentSubmitted(
                UuidCreator.getTimeOrderedEpoch(),
                UuidCreator.getTimeOrderedEpoch(),
                1,
                UUID.randomUUID(),
                community,
                UUID.randomUUID(),
                text,
                "en",
                Instant.now());
    }

    private DecisionMade decisionOn(CommentSubmitted comment) {
        publisher.publish(comment);
        return decided.await(DecisionMade.class, made -> made.subjectId().equals(comment.commentId()));
    }
}
