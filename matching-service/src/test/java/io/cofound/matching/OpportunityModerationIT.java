package io.cofound.matching;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.matching.OpportunityWithheld;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.contracts.moderation.Action;
import io.cofound.matching.index.IndexFiles;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static io.cofound.matching.Market.OPPORTUNITIES;
import static io.cofound.matching.Market.as;
import static io.cofound.matching.Market.awaitState;
import static io.cofound.matching.Market.rule;
import static io.cofound.matching.Market.submitted;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What others see of a need or an offer, by what was decided about its texts. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "matching"))
class OpportunityModerationIT {

    private static final String TITLE = "Packaging designer";

    @ConfigProperty(name = "cofound.index.folder")
    Path folder;

    private final UUID owner = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void until_it_is_judged_only_its_owner_sees_it() {
        String id = offer("Two days a week.");
        String path = OPPORTUNITIES + "/" + id;

        as(owner).get(path).then().body("title", equalTo(TITLE)).body("moderation.state", equalTo("PENDING"));
        as(owner).get(OPPORTUNITIES + "?member=" + owner).then().body("items.id", hasItem(id));
        as(other).get(path).then().statusCode(404);
        given().get(path + "/matches").then().statusCode(404);
        as(other)
                .header("If-Match", "\"1\"")
                .body("{\"title\": \"x\"}")
                .patch(path)
                .then()
                .statusCode(404);
        as(other).get(OPPORTUNITIES + "?limit=100").then().body("items.id", not(hasItem(id)));
        as(owner).get(path + "/matches").then().statusCode(200);

        OpportunitySubmitted texts = submitted(id);
        rule(texts, Action.PUBLISH, 1);
        awaitState(texts, "PUBLISHED");

        given().get(path).then().body("title", equalTo(TITLE)).body("moderation", nullValue());
        given().get(OPPORTUNITIES + "?limit=100").then().body("items.id", hasItem(id));
        assertThat(forgotten(Topics.OPPORTUNITY, texts.submissionId())).isTrue();
    }

    @Test
    void what_is_held_or_rejected_is_told_to_nobody_and_its_owner_learns_why() {
        for (Action refusal : new Action[] {Action.HOLD, Action.REJECT}) {
            String id = offer("Refused: " + refusal);
            OpportunitySubmitted texts = submitted(id);
            rule(texts, refusal, 1);
            awaitState(texts, refusal == Action.HOLD ? "HELD" : "REJECTED");

            as(owner)
                    .get(OPPORTUNITIES + "/" + id)
                    .then()
                    .body("moderation.shown", equalTo(false))
                    .body("moderation.decision.reasons[0].clause", equalTo("no-unsolicited-advertising"));
            given().get(OPPORTUNITIES + "/" + id).then().statusCode(404);
            assertThat(heard("Refused: " + refusal, Topics.PUBLIC_OPPORTUNITIES))
                    .isFalse();
            assertThat(forgotten(Topics.OPPORTUNITY, texts.submissionId())).isTrue();
        }
    }

    @Test
    void an_edit_is_judged_while_others_see_the_text_before_and_a_refused_one_never_shows() {
        String id = Market.publish(owner, "OFFER", "TALENT", TITLE, "Two days a week.");
        edit(id, 1, "zanquiverel followers");

        given().get(OPPORTUNITIES + "/" + id).then().body("text", equalTo("Two days a week."));
        OpportunitySubmitted edited = submitted(id, 2);
        rule(edited, Action.REJECT, 1);
        awaitState(edited, "REJECTED");

        given().get(OPPORTUNITIES + "/" + id).then().body("text", equalTo("Two days a week."));
        as(owner)
                .get(OPPORTUNITIES + "/" + id)
                .then()
                .body("text", equalTo("zanquiverel followers"))
                .body("moderation.shown", equalTo(true));
        assertThat(heard("zanquiverel", Topics.PUBLIC_OPPORTUNITIES)).isFalse();
        assertThat(IndexFiles.hold(folder, "zanquiverel")).isFalse();
    }

    @Test
    void what_is_decided_late_about_a_text_that_was_replaced_changes_nothing() {
        String id = offer("First.");
        OpportunitySubmitted first = submitted(id);
        edit(id, 1, "Second.");
        OpportunitySubmitted second = submitted(id, 2);

        rule(first, Action.PUBLISH, 1);
        rule(second, Action.HOLD, 1);
        awaitState(second, "HELD");
        Market.publish(owner, "OFFER", "TALENT", "Another", "It comes after.");

        given().get(OPPORTUNITIES + "/" + id).then().statusCode(404);
    }

    @Test
    void what_was_shown_and_is_refused_is_gone_everywhere_and_a_reversal_restores_it() {
        String need = Market.publish(other, "NEED", "TALENT", "Designer for vexillorum boxes", "Boxes of vexillorum.");
        String id = Market.publish(owner, "OFFER", "TALENT", TITLE, "I design vexillorum boxes.");
        OpportunitySubmitted texts = submitted(id);
        awaitMatched(need, id, true);

        rule(texts, Action.REJECT, 2);
        awaitState(texts, "REJECTED");

        given().get(OPPORTUNITIES + "/" + id).then().statusCode(404);
        awaitMatched(need, id, false);
        OpportunityWithheld withheld;
        try (var topic = new TopicReader(Topics.OPPORTUNITY);
                var partners = new TopicReader(Topics.PUBLIC_OPPORTUNITIES)) {
            withheld = topic.await(
                    OpportunityWithheld.class, e -> e.opportunityId().equals(texts.opportunityId()));
            Awaitility.await().until(() -> partners.records().stream()
                    .filter(record -> record.key().equals(id))
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.value() == null)
                    .isPresent());
        }

        rule(texts, Action.PUBLISH, 3);
        awaitState(texts, "PUBLISHED");
        rule(texts, Action.REJECT, 2);
        Market.publish(owner, "OFFER", "TALENT", "Another", "It comes after.");

        given().get(OPPORTUNITIES + "/" + id).then().statusCode(200);
        awaitMatched(need, id, true);
        try (var topic = new TopicReader(Topics.OPPORTUNITY);
                var partners = new TopicReader(Topics.PUBLIC_OPPORTUNITIES)) {
            OpportunityPublished again = topic.await(
                    OpportunityPublished.class,
                    e -> e.opportunityId().equals(texts.opportunityId()) && e.revision() > withheld.revision());
            partners.await(
                    PublicOpportunity.class,
                    e -> e.opportunityId().equals(texts.opportunityId()) && e.revision() == again.revision());
        }
    }

    @Test
    void what_was_shown_and_is_refused_comes_back_once_that_is_taken_back_though_an_edit_is_held() {
        String id = Market.publish(owner, "OFFER", "TALENT", TITLE, "Two days a week.");
        String path = OPPORTUNITIES + "/" + id;
        OpportunitySubmitted shown = submitted(id);
        edit(id, 1, "Three days a week.");
        OpportunitySubmitted edited = submitted(id, 2);
        rule(edited, Action.HOLD, 1);
        awaitState(edited, "HELD");

        rule(shown, Action.REJECT, 2);
        Awaitility.await().until(() -> given().get(path).statusCode() == 404);
        rule(shown, Action.PUBLISH, 3);

        Awaitility.await().until(() -> given().get(path).statusCode() == 200);
        given().get(path).then().body("text", equalTo("Two days a week."));
        as(owner)
                .get(path)
                .then()
                .body("text", equalTo("Three days a week."))
                .body("moderation.state", equalTo("HELD"))
                .body("moderation.shown", equalTo(true));
    }

    @Test
    void one_that_is_closed_before_it_is_judged_is_never_seen() {
        String id = offer("Closed at once.");
        OpportunitySubmitted texts = submitted(id);
        as(owner).delete(OPPORTUNITIES + "/" + id).then().statusCode(204);

        rule(texts, Action.PUBLISH, 1);
        Market.publish(owner, "OFFER", "TALENT", "Another", "It comes after.");

        given().get(OPPORTUNITIES + "/" + id).then().statusCode(404);
        assertThat(heard("Closed at once.", Topics.PUBLIC_OPPORTUNITIES)).isFalse();
        assertThat(forgotten(Topics.OPPORTUNITY, texts.submissionId())).isTrue();
    }

    private String offer(String text) {
        return Market.submit(owner, "OFFER", "TALENT", TITLE, text);
    }

    private void edit(String id, int revision, String text) {
        as(owner)
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("text", text))
                .patch(OPPORTUNITIES + "/" + id)
                .then()
                .statusCode(200);
    }

    private static void awaitMatched(String need, String offer, boolean wanted) {
        Awaitility.await()
                .until(() -> given().get(OPPORTUNITIES + "/" + need + "/matches")
                                .jsonPath()
                                .getList("items.opportunity.id")
                                .contains(offer)
                        == wanted);
    }

    private static boolean heard(String words, String topic) {
        try (var records = new TopicReader(topic)) {
            return records.records().stream()
                    .anyMatch(record -> record.value() != null
                            && new String(record.value(), StandardCharsets.UTF_8).contains(words));
        }
    }

    /** Waits for the tombstone. */
    private static boolean forgotten(String topic, UUID key) {
        try (var records = new TopicReader(topic)) {
            Awaitility.await("tombstone").until(() -> records.records().stream()
                    .filter(record -> record.key().equals(key.toString()))
                    .reduce((earlier, later) -> later)
                    .filter(last -> last.value() == null)
                    .isPresent());
            return true;
        }
    }
}
