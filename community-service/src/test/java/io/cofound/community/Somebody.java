package io.cofound.community;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.ProfileSubmitted;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.Judge;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static java.util.Comparator.comparingLong;

/** A person nobody has met before this test. */
public record Somebody(UUID id) {

    /** Signed in for the first time. */
    public static Somebody arrives() {
        Somebody somebody = stranger();
        somebody.does().get("/api/v1/me").then().statusCode(200);
        return somebody;
    }

    /** Has a token and never used it. */
    public static Somebody stranger() {
        return new Somebody(UUID.randomUUID());
    }

    /** A request with a token that was issued now. */
    public RequestSpecification does() {
        return given().auth().oauth2(TestTokens.ofSubject(id.toString())).contentType(ContentType.JSON);
    }

    /** Puts a profile, on whatever revision the present one has; others see it when this returns. */
    public ValidatableResponse presents(String profile) {
        ValidatableResponse answer = submits(profile);
        if ("PENDING".equals(answer.extract().path("moderation.state"))) {
            rule(submitted(), Action.PUBLISH, 1);
            awaitModeration("PUBLISHED");
        }
        return answer;
    }

    /** As above, before anybody has judged it. */
    public ValidatableResponse submits(String profile) {
        String revision =
                does().get("/api/v1/me").then().statusCode(200).extract().header("ETag");
        return does().header("If-Match", revision)
                .body(profile)
                .put("/api/v1/me")
                .then();
    }

    public String path() {
        return "/api/v1/members/" + id;
    }

    /** The words that were submitted last. */
    public ProfileSubmitted submitted() {
        int revision = does().get("/api/v1/me").path("revision");
        try (TopicReader topic = new TopicReader(Topics.MEMBER)) {
            return Awaitility.await("submission")
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () -> topic.events(ProfileSubmitted.class).stream()
                                    .filter(e -> e.memberId().equals(id) && e.revision() <= revision)
                                    .max(comparingLong(ProfileSubmitted::revision)),
                            Optional::isPresent)
                    .orElseThrow();
        }
    }

    public static DecisionMade rule(ProfileSubmitted words, Action action, long ruling) {
        return Judge.rule(
                SubjectKind.PROFILE,
                words.memberId(),
                words.revision(),
                DecisionMade.NO_COMMUNITY,
                words.memberId(),
                action,
                ruling,
                words.displayName());
    }

    public void awaitModeration(String state) {
        Awaitility.await(state)
                .atMost(Duration.ofSeconds(20))
                .until(() -> does().get("/api/v1/me").path("moderation.state"), state::equals);
    }
}
