package io.cofound.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityRole;
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
import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** A member who leaves something in every place where a member can, each time a value that is nowhere else. */
final class Writer {

    /** What others see of the writer at the end, judged and allowed. */
    static final String PUBLISHED = "published";

    private static final List<String> UNSEEN =
            List.of("first", "edited", "pending", "held", "rejected", "removed", "unjudged");

    private static final List<String> DRAFT_FIELDS =
            List.of("title", "body", "tag", "summary", "coverUrl", "sourceUrl");
    private static final List<String> SERIES_FIELDS = List.of("title", "description", "goal");

    final UUID id = UuidCreator.getTimeOrderedEpoch();
    final UUID membership = UuidCreator.getTimeOrderedEpoch();
    private final String mark = id.toString().substring(24);
    private final ContentScenario scenario;
    private final UUID community;

    Writer(ContentScenario scenario, UUID community) {
        this.scenario = scenario;
        this.community = community;
        scenario.publisher().publish(new MemberRegistered(id, 1, name(), "zh", Instant.now()));
        join(community, membership);
    }

    String name() {
        return "名字-name-" + mark;
    }

    /** Every value in which others never saw the writer, or do not at the end. */
    Stream<String> unseen() {
        return Stream.of(
                        Stream.of(name()),
                        UNSEEN.stream().flatMap(this::valuesOf),
                        DRAFT_FIELDS.stream().map(field -> value("draft", field)))
                .flatMap(values -> values);
    }

    /** Every value of what others see at the end. */
    Stream<String> seen() {
        return Stream.concat(valuesOf(PUBLISHED), SERIES_FIELDS.stream().map(field -> value("series", field)));
    }

    /** @return the post that others see at the end, in its second text, while a third waits for judgement */
    UUID writeEverything() {
        UUID post = write(community, "first");
        decide(post, 1, Action.PUBLISH, "first");
        edit(post, 1, PUBLISHED);
        decide(post, 2, Action.PUBLISH, PUBLISHED);
        edit(post, 2, "edited");
        write(community, "pending");
        decide(write(community, "held"), 1, Action.HOLD, "held");
        decide(write(community, "rejected"), 1, Action.REJECT, "rejected");
        UUID removed = write(community, "removed");
        decide(removed, 1, Action.PUBLISH, "removed");
        as().delete("/api/v1/posts/" + removed).then().statusCode(204);
        UUID showsAtOnce = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        join(showsAtOnce, UuidCreator.getTimeOrderedEpoch());
        read(write(showsAtOnce, "unjudged"), "PUBLISHED");
        draft();
        series(post);
        return post;
    }

    private void draft() {
        as().header("Idempotency-Key", value("draft", "key"))
                .body(Map.of(
                        "title",
                        value("draft", "title"),
                        "body",
                        value("draft", "body"),
                        "tags",
                        List.of(value("draft", "tag")),
                        "summary",
                        value("draft", "summary"),
                        "coverUrl",
                        value("draft", "coverUrl"),
                        "sourceUrl",
                        value("draft", "sourceUrl")))
                .post("/api/v1/communities/" + community + "/drafts")
                .then()
                .statusCode(201);
    }

    /** With a step that is done. */
    private void series(UUID post) {
        String series = as().body(Map.of(
                        "kind",
                        "SERIES",
                        "title",
                        value("series", "title"),
                        "description",
                        value("series", "description"),
                        "goals",
                        List.of(value("series", "goal"))))
                .post("/api/v1/communities/" + community + "/series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as().header("If-Match", "\"1\"")
                .body(Map.of("postIds", List.of(post)))
                .put("/api/v1/series/" + series + "/posts")
                .then()
                .statusCode(200);
        as().put("/api/v1/series/" + series + "/progress/" + post).then().statusCode(200);
    }

    UUID write(UUID where, String what) {
        return UUID.fromString(as().header("Idempotency-Key", value(what, "key"))
                .body(texts(what))
                .post("/api/v1/communities/" + where + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Applied when this returns. */
    DecisionMade decide(UUID post, long revision, Action action, String what) {
        Label label = action == Action.PUBLISH ? Label.OK : Label.SPAM;
        DecisionMade decision = new DecisionMade(
                UuidCreator.getTimeOrderedEpoch(),
                SubjectKind.POST,
                post,
                revision,
                1,
                community,
                id,
                label,
                action,
                Rung.MODEL,
                Map.of(label, 1.0),
                List.of(new Reason("advertising", value(what, "evidence"))),
                "test-1",
                Instant.now(),
                null);
        scenario.publisher().publish(decision);
        read(
                post,
                switch (action) {
                    case PUBLISH -> "PUBLISHED";
                    case HOLD -> "HELD";
                    case REJECT -> "REJECTED";
                });
        return decision;
    }

    RequestSpecification as() {
        return given().auth().oauth2(TestTokens.ofSubject(id.toString())).contentType(ContentType.JSON);
    }

    private void edit(UUID post, long revision, String what) {
        as().header("If-Match", "\"" + revision + "\"")
                .body(texts(what))
                .patch("/api/v1/posts/" + post)
                .then()
                .statusCode(200);
    }

    private void join(UUID where, UUID membershipId) {
        scenario.publisher()
                .publish(new MembershipGranted(membershipId, 1, where, id, CommunityRole.MEMBER, Instant.now()));
    }

    private void read(UUID post, String state) {
        Awaitility.await(state)
                .untilAsserted(() ->
                        as().get("/api/v1/posts/" + post).then().statusCode(200).body("state", equalTo(state)));
    }

    private Map<String, Object> texts(String what) {
        return Map.of(
                "type", "NEWS",
                "title", value(what, "title"),
                "body", value(what, "body"),
                "summary", value(what, "summary"),
                "coverUrl", "https://img.example.org/" + address(what, "cover"),
                "sourceUrl", "https://news.example.org/" + address(what, "source"),
                "tags", List.of(value(what, "tag")));
    }

    private Stream<String> valuesOf(String what) {
        return Stream.concat(
                Stream.of("title", "body", "summary", "tag", "evidence").map(field -> value(what, field)),
                Stream.of("cover", "source").map(field -> address(what, field)));
    }

    /** In letters that an address leaves as they are. */
    private String address(String what, String field) {
        return "%s-%s-%s".formatted(what, field, mark);
    }

    private String value(String what, String field) {
        return "%s-%s-秘密-%s".formatted(what, field, mark);
    }
}
