package io.cofound.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityChanged;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MemberRegistered;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** What the other services and the members do around a post, in the words of the tests. */
public final class ContentScenario implements AutoCloseable {

    private final Publisher publisher = new Publisher();

    /** Founded by Ada, who owns it. */
    public UUID community(Visibility visibility, ModerationMode moderation) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = Instant.now();
        registered(Person.ADA);
        publisher.publish(new CommunityCreated(
                id, 1, "出海", "", "", visibility, Joining.OPEN, moderation, "zh", Person.ADA.id(), now));
        joined(id, Person.ADA, CommunityRole.OWNER);
        return id;
    }

    public void changed(UUID community, long revision, Visibility visibility, ModerationMode moderation) {
        changed(community, revision, visibility, moderation, false);
    }

    public void archived(UUID community, long revision, Visibility visibility) {
        changed(community, revision, visibility, ModerationMode.PRE, true);
    }

    private void changed(
            UUID community, long revision, Visibility visibility, ModerationMode moderation, boolean archived) {
        publisher.publish(new CommunityChanged(
                community,
                revision,
                "出海",
                "",
                "",
                visibility,
                Joining.OPEN,
                moderation,
                "zh",
                Person.ADA.id(),
                archived,
                Instant.now()));
    }

    public void joined(UUID community, Person person, CommunityRole role) {
        registered(person);
        publisher.publish(new MembershipGranted(
                UuidCreator.getTimeOrderedEpoch(), 1, community, person.id(), role, Instant.now()));
    }

    private void registered(Person person) {
        publisher.publish(new MemberRegistered(person.id(), 1, person.displayName(), "en", Instant.now()));
    }

    public static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person)).contentType(ContentType.JSON);
    }

    public static String draft(String title) {
        return """
                {"type": "TECH_SHARE", "title": "%s", "body": "How we did it.", "tags": ["java", "kafka"]}""".formatted(title);
    }

    public UUID posted(Person author, UUID community, String title) {
        return UUID.fromString(as(author)
                .body(draft(title))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** In one go: written and allowed. */
    public UUID published(Person author, UUID community, String title) {
        UUID post = posted(author, community, title);
        decided(post, 1, Action.PUBLISH);
        awaitState(author, post, "PUBLISHED");
        return post;
    }

    public ValidatableResponse edited(Person author, UUID post, long revision, String title) {
        return as(author)
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("title", title))
                .patch("/api/v1/posts/" + post)
                .then();
    }

    public static ValidatableResponse read(Person reader, UUID post) {
        return as(reader).get("/api/v1/posts/" + post).then();
    }

    public static void awaitState(Person author, UUID post, String state) {
        Awaitility.await(state).atMost(20, TimeUnit.SECONDS).untilAsserted(() -> {
            JsonPath answer = read(author, post).statusCode(200).extract().jsonPath();
            assertThat(answer.getString("state")).isEqualTo(state);
        });
    }

    /** What partners keep of a compacted topic is the last record of each key. */
    public static void awaitForgottenByPartners(UUID post) {
        try (var partners = new TopicReader(Topics.PUBLIC_CONTENT)) {
            Awaitility.await("tombstone").atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                            partners.records().stream()
                                    .filter(record -> record.key().equals(post.toString()))
                                    .reduce((earlier, later) -> later))
                    .hasValueSatisfying(last -> assertThat(last.value()).isNull()));
        }
    }

    public DecisionMade decided(UUID post, long revision, Action action) {
        DecisionMade decision = decision(post, revision, action);
        publisher.publish(decision);
        return decision;
    }

    public static DecisionMade decision(UUID post, long revision, Action action) {
        Label label = action == Action.PUBLISH ? Label.OK : Label.SPAM;
        return new DecisionMade(
                UuidCreator.getTimeOrderedEpoch(),
                SubjectKind.POST,
                post,
                revision,
                1,
                UuidCreator.getTimeOrderedEpoch(),
                Person.ADA.id(),
                label,
                action,
                Rung.MODEL,
                Map.of(label, 1.0),
                List.of(new Reason("advertising", "buy now")),
                "test-1",
                Instant.now(),
                null);
    }

    /** As after an appeal. */
    public static DecisionMade decidedAnew(DecisionMade decision, Action action) {
        return new DecisionMade(
                decision.decisionId(),
                decision.subjectKind(),
                decision.subjectId(),
                decision.subjectRevision(),
                decision.ruling() + 1,
                decision.communityId(),
                decision.authorId(),
                decision.label(),
                action,
                Rung.HUMAN,
                decision.scores(),
                decision.reasons(),
                decision.model(),
                Instant.now(),
                null);
    }

    public Publisher publisher() {
        return publisher;
    }

    @Override
    public void close() {
        publisher.close();
    }
}
