package io.cofound.content.comment;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.DecisionMade;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.testing.Person;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;

import static io.cofound.content.ContentScenario.as;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** What is said about posts, in the words of the tests. */
final class CommentScenario implements AutoCloseable {

    final ContentScenario content = new ContentScenario();

    /** A question of Ada's in a community of hers, that everybody sees. */
    UUID question(Visibility visibility, ModerationMode moderation) {
        UUID community = content.community(visibility, moderation);
        return question(community);
    }

    UUID question(UUID community) {
        UUID post = UUID.fromString(as(Person.ADA)
                .body(Map.of("type", "QUESTION", "title", "How do you price?", "body", "By seat, or by use?"))
                .post("/api/v1/communities/" + community + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        content.decided(post, 1, Action.PUBLISH);
        ContentScenario.awaitState(Person.ADA, post, "PUBLISHED");
        return post;
    }

    static ValidatableResponse comment(Person author, UUID post, UUID parent, String body) {
        Map<String, Object> draft = new HashMap<>(Map.of("body", body));
        if (parent != null) {
            draft.put("parentId", parent);
        }
        return as(author)
                .body(draft)
                .post("/api/v1/posts/" + post + "/comments")
                .then();
    }

    static UUID said(Person author, UUID post, String body) {
        return answered(author, post, null, body);
    }

    static UUID answered(Person author, UUID post, UUID parent, String body) {
        return UUID.fromString(
                comment(author, post, parent, body).statusCode(201).extract().path("id"));
    }

    static ValidatableResponse edited(Person author, UUID comment, long revision, String body) {
        return as(author)
                .header("If-Match", "\"" + revision + "\"")
                .body(Map.of("body", body))
                .patch("/api/v1/comments/" + comment)
                .then();
    }

    static ValidatableResponse read(Person reader, UUID comment) {
        return as(reader).get("/api/v1/comments/" + comment).then();
    }

    static void removed(Person person, UUID comment) {
        as(person).delete("/api/v1/comments/" + comment).then().statusCode(204);
    }

    static ValidatableResponse thread(UUID post) {
        return given().get("/api/v1/posts/" + post + "/comments").then().statusCode(200);
    }

    static ValidatableResponse accepted(Person person, UUID post, UUID comment) {
        return as(person)
                .body(Map.of("commentId", comment))
                .put("/api/v1/posts/" + post + "/answer")
                .then();
    }

    /** Applied when this returns. */
    DecisionMade decided(Person author, UUID comment, long revision, Action action) {
        DecisionMade decision = decide(comment, revision, action);
        String state =
                switch (action) {
                    case PUBLISH -> "PUBLISHED";
                    case HOLD -> "HELD";
                    case REJECT -> "REJECTED";
                };
        Awaitility.await(state)
                .untilAsserted(() -> read(author, comment).statusCode(200).body("state", equalTo(state)));
        return decision;
    }

    DecisionMade decide(UUID comment, long revision, Action action) {
        Label label = action == Action.PUBLISH ? Label.OK : Label.SPAM;
        DecisionMade decision = new DecisionMade(
                UuidCreator.getTimeOrderedEpoch(),
                SubjectKind.COMMENT,
                comment,
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
        content.publisher().publish(decision);
        return decision;
    }

    @Override
    public void close() {
        content.close();
    }
}
