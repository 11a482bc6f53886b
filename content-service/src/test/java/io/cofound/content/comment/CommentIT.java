package io.cofound.content.comment;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.cofound.content.comment.CommentScenario.answered;
import static io.cofound.content.comment.CommentScenario.comment;
import static io.cofound.content.comment.CommentScenario.edited;
import static io.cofound.content.comment.CommentScenario.read;
import static io.cofound.content.comment.CommentScenario.removed;
import static io.cofound.content.comment.CommentScenario.said;
import static io.cofound.content.comment.CommentScenario.thread;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** What is said about a post, as those see it who may read it. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class CommentIT {

    @Inject
    DataSource database;

    private final CommentScenario scenario = new CommentScenario();
    private UUID community;
    private UUID post;

    @BeforeEach
    void ask() {
        community = scenario.content.community(Visibility.PUBLIC, ModerationMode.POST);
        scenario.content.joined(community, Person.MEI, CommunityRole.MEMBER);
        post = scenario.question(community);
    }

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void a_thread_is_read_from_its_start_with_the_first_replies_of_each_comment() {
        UUID first = said(Person.MEI, post, "By seat.");
        List<UUID> replies = IntStream.range(0, 4)
                .mapToObj(i -> answered(Person.ADA, post, first, "Why? " + i))
                .toList();
        UUID second = said(Person.MEI, post, "By use.");

        thread(post)
                .body("items.id", equalTo(strings(first, second)))
                .body("items[0].author.displayName", equalTo(Person.MEI.displayName()))
                .body("items[0].body", equalTo("By seat."))
                .body("items[0].replyCount", equalTo(4))
                .body("items[0].replies.id", equalTo(strings(replies.subList(0, 3))))
                .body("items[1].replies", empty())
                .body("items[1].decision", nullValue())
                .body("accepted", nullValue());
        given().get("/api/v1/comments/" + first + "/replies").then().body("items.id", equalTo(strings(replies)));
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_without_a_double() {
        List<UUID> all = IntStream.range(0, 5)
                .mapToObj(i -> said(Person.MEI, post, "Comment " + i))
                .toList();

        JsonPath page = given().get("/api/v1/posts/" + post + "/comments?limit=2")
                .then()
                .extract()
                .jsonPath();
        List<String> read = new java.util.ArrayList<>(page.getList("items.id"));
        while (page.getString("nextCursor") != null) {
            page = given().get("/api/v1/posts/" + post + "/comments?limit=2&cursor=" + page.getString("nextCursor"))
                    .then()
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items.id"));
        }
        assertThat(read).isEqualTo(strings(all));
    }

    @Test
    void what_answers_a_comment_of_the_sixth_level_stands_beside_it() {
        UUID last = null;
        for (int level = 1; level <= 6; level++) {
            last = answered(Person.MEI, post, last, "Level " + level);
        }
        String fifth = read(Person.MEI, last).extract().path("parentId");

        UUID beside = answered(Person.ADA, post, last, "Deeper still");

        read(Person.ADA, beside).body("parentId", equalTo(fifth));
        given().get("/api/v1/comments/" + fifth + "/replies").then().body("items.id", equalTo(strings(last, beside)));
    }

    @Test
    void a_removed_comment_keeps_its_place_only_as_long_as_it_is_answered() {
        UUID alone = said(Person.MEI, post, "Never mind");
        UUID talked = said(Person.MEI, post, "A secret");
        UUID reply = answered(Person.ADA, post, talked, "Do not tell");

        removed(Person.MEI, alone);
        removed(Person.ADA, talked);

        thread(post)
                .body("items.id", equalTo(strings(talked)))
                .body("items[0].body", nullValue())
                .body("items[0].author", nullValue())
                .body("items[0].state", equalTo("REMOVED"))
                .body("items[0].replies.body", equalTo(List.of("Do not tell")));
        read(Person.BO, talked).statusCode(200).body("body", nullValue());
        read(Person.BO, alone).statusCode(404);
        comment(Person.MEI, post, talked, "Hello?").statusCode(409).body("type", endsWith(":comment-removed"));
        read(Person.MEI, talked).body("body", equalTo("A secret")).body("state", equalTo("REMOVED"));

        removed(Person.ADA, reply);
        thread(post).body("items", empty());
    }

    @Test
    void before_it_is_allowed_a_comment_is_for_its_author_and_moderators_alone() {
        UUID strict = scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.content.joined(strict, Person.MEI, CommunityRole.MEMBER);
        UUID asked = scenario.question(strict);
        UUID comment = said(Person.MEI, asked, "By seat.");

        read(Person.MEI, comment).statusCode(200).body("state", equalTo("PENDING"));
        read(Person.ADA, comment).statusCode(200);
        read(Person.BO, comment).statusCode(404);
        thread(asked).body("items", empty());

        scenario.decided(Person.MEI, comment, 1, Action.HOLD);
        read(Person.MEI, comment).body("decision.reasons[0].clause", equalTo("advertising"));
        assertStateList(Person.ADA, asked, comment);
        assertStateList(Person.MEI, asked, comment);
        as(Person.BO)
                .get("/api/v1/posts/" + asked + "/comments?state=HELD")
                .then()
                .body("items", empty());

        scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);
        thread(asked).body("items.id", equalTo(strings(comment))).body("items[0].decision", nullValue());
    }

    @Test
    void an_edit_is_judged_anew_while_others_see_what_was_allowed() {
        UUID strict = scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.content.joined(strict, Person.MEI, CommunityRole.MEMBER);
        UUID asked = scenario.question(strict);
        UUID comment = said(Person.MEI, asked, "By seat.");
        scenario.decided(Person.MEI, comment, 1, Action.PUBLISH);

        edited(Person.MEI, comment, 1, "By use.").statusCode(200).body("revision", equalTo(2));

        read(Person.BO, comment).body("body", equalTo("By seat.")).body("editedAt", nullValue());
        scenario.decided(Person.MEI, comment, 2, Action.PUBLISH);
        read(Person.BO, comment).body("body", equalTo("By use.")).body("editedAt", notNullValue());
        as(Person.MEI)
                .get("/api/v1/comments/" + comment + "/revisions")
                .then()
                .body("items.body", equalTo(List.of("By use.", "By seat.")));
        as(Person.BO).get("/api/v1/comments/" + comment + "/revisions").then().statusCode(403);
    }

    @Test
    void a_comment_is_changed_by_its_author_alone_on_the_current_revision_and_in_time() throws SQLException {
        UUID comment = said(Person.MEI, post, "By seat.");

        edited(Person.ADA, comment, 1, "Mine").statusCode(403);
        edited(Person.MEI, comment, 7, "Lost").statusCode(412).body("currentRevision", equalTo(1));
        as(Person.MEI)
                .body(Map.of("body", "Lost"))
                .patch("/api/v1/comments/" + comment)
                .then()
                .statusCode(428);
        edited(Person.MEI, comment, 1, " \u3000").statusCode(400);

        execute("update comment set created_at = created_at - interval '16 minutes' where id = '" + comment + "'");
        edited(Person.MEI, comment, 1, "Too late").statusCode(409).body("type", endsWith(":edit-window-closed"));
        removed(Person.MEI, comment);
    }

    @Test
    void nobody_comments_on_what_is_closed_archived_or_not_theirs_to_write_about() throws SQLException {
        comment(Person.BO, post, null, "Outsider").statusCode(403).body("type", endsWith(":members-only"));
        given().contentType("application/json")
                .body(Map.of("body", "Nobody"))
                .post("/api/v1/posts/" + post + "/comments")
                .then()
                .statusCode(401);
        comment(Person.MEI, UUID.randomUUID(), null, "Nowhere").statusCode(404);
        comment(Person.MEI, post, UUID.randomUUID(), "To nobody").statusCode(422);
        comment(Person.MEI, post, null, "x".repeat(5_001)).statusCode(400);

        execute("update post set closed = true where id = '" + post + "'");
        comment(Person.MEI, post, null, "Too late").statusCode(409).body("type", endsWith(":post-closed"));

        scenario.content.archived(community, 2, Visibility.PUBLIC);
        Awaitility.await().untilAsserted(() -> comment(Person.MEI, post, null, "Too late")
                .statusCode(409)
                .body("type", endsWith(":community-archived")));
    }

    @Test
    void a_create_that_is_repeated_with_its_key_is_one_comment() {
        String key = UUID.randomUUID().toString();
        List<String> ids = IntStream.range(0, 2)
                .mapToObj(i -> as(Person.MEI)
                        .header("Idempotency-Key", key)
                        .body(Map.of("body", "Once"))
                        .post("/api/v1/posts/" + post + "/comments")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .toList();

        assertThat(ids.getFirst()).isEqualTo(ids.getLast());
        thread(post).body("items.id", equalTo(List.of(ids.getFirst())));
    }

    @Test
    void with_its_post_a_comment_vanishes_for_all_but_who_take_it_back() {
        UUID comment = said(Person.MEI, post, "By seat.");

        as(Person.ADA).delete("/api/v1/posts/" + post).then().statusCode(204);

        read(Person.BO, comment).statusCode(404).body("type", endsWith(":comment-not-found"));
        read(Person.MEI, comment).statusCode(404);
        given().get("/api/v1/comments/" + comment + "/replies").then().statusCode(404);
        given().get("/api/v1/posts/" + post + "/comments").then().statusCode(404);
        removed(Person.MEI, comment);
    }

    private static void assertStateList(Person reader, UUID post, UUID comment) {
        as(reader)
                .get("/api/v1/posts/" + post + "/comments?state=HELD")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(strings(comment)));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(UUID... ids) {
        return strings(List.of(ids));
    }

    private static List<String> strings(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
