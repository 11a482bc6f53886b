package io.cofound.matching;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.matching.OpportunitySubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.Judge;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static java.util.Comparator.comparingLong;

/** Needs and offers, and what is decided about them. */
final class Market {

    static final String OPPORTUNITIES = "/api/v1/opportunities";

    private Market() {}

    static RequestSpecification as(UUID member) {
        return given().auth().oauth2(TestTokens.ofSubject(member.toString())).contentType(ContentType.JSON);
    }

    /** @return the id of one that nobody has judged yet */
    static String submit(UUID member, String kind, String category, String title, String text) {
        return as(member)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("kind", kind, "category", category, "title", title, "text", text))
                .post(OPPORTUNITIES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** @return the id of one that others see */
    static String publish(UUID member, String kind, String category, String title, String text) {
        String id = submit(member, kind, category, title, text);
        accept(id);
        return id;
    }

    /** What was written last is accepted. */
    static void accept(String id) {
        OpportunitySubmitted texts = submitted(id);
        rule(texts, Action.PUBLISH, 1);
        awaitState(texts, "PUBLISHED");
    }

    /** Its reasons do not quote the texts, whose traces in the topic of decisions are moderation-service's to erase. */
    static DecisionMade rule(OpportunitySubmitted texts, Action action, long ruling) {
        return Judge.rule(
                SubjectKind.OPPORTUNITY,
                texts.opportunityId(),
                texts.revision(),
                DecisionMade.NO_COMMUNITY,
                texts.memberId(),
                action,
                ruling,
                "quoted words");
    }

    static void awaitState(OpportunitySubmitted texts, String state) {
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> as(texts.memberId())
                                .get(OPPORTUNITIES + "/" + texts.opportunityId())
                                .path("moderation.state"),
                        state::equals);
    }

    /** The texts that were submitted last. */
    static OpportunitySubmitted submitted(String id) {
        return submitted(id, 1);
    }

    /** @param revision at least */
    static OpportunitySubmitted submitted(String id, long revision) {
        try (TopicReader topic = new TopicReader(Topics.OPPORTUNITY)) {
            return Awaitility.await("submission")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> topic.events(OpportunitySubmitted.class).stream()
                                    .filter(e -> e.opportunityId().toString().equals(id) && e.revision() >= revision)
                                    .max(comparingLong(OpportunitySubmitted::revision)),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }
}
