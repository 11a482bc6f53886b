package io.cofound.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.cofound.contracts.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** A question and what becomes of it: answered, liked, kept, read, followed, removed. */
@WholeStack
class ContentE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = """
            {"type": "QUESTION", "title": "How do you price by machine?", "tags": ["SaaS", "定价"],
             "body": "We sell scheduling software to **small factories**. Would you charge by machine or by seat?"}""";

    private final Cofound cofound;
    private String community;
    private String post;

    ContentE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @BeforeEach
    void a_question_of_bo() {
        community = created("ada", "/communities", "{\"name\": \"出海 Abroad\"}");
        cofound.as("bo")
                .body("{}")
                .post("/communities/" + community + "/members")
                .then()
                .statusCode(201);
        cofound.as("mei")
                .body("{}")
                .post("/communities/" + community + "/members")
                .then()
                .statusCode(201);
        post = created("bo", "/communities/" + community + "/posts", QUESTION);
        awaitState("bo", "/posts/" + post, "PUBLISHED");
    }

    @Test
    void an_answer_is_judged_told_of_and_accepted() {
        String comment = comment("mei", "我们按机器收费，每台每月 49 元，前三台免费。客户最在意的是账单可以预测。");
        awaitState("mei", "/comments/" + comment, "PUBLISHED");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        cofound.as("bo").get("/me/notifications").then().body("items.kind", hasItem("COMMENTED")));
        cofound.as("bo")
                .body(Map.of("commentId", comment))
                .put("/posts/" + post + "/answer")
                .then()
                .statusCode(equalTo(200));
        await().atMost(PATIENCE).untilAsserted(() -> cofound.as("mei")
                .get("/me/notifications")
                .then()
                .body("items.kind", hasItem("ANSWER_ACCEPTED")));
        cofound.anonymous()
                .get("/posts/" + post)
                .then()
                .body("html", containsString("<strong>small factories</strong>"))
                .body("comments.items.id", hasItem(comment))
                .body("counters.comments", equalTo(1));
    }

    @Test
    void spam_below_a_post_is_seen_by_nobody() {
        String comment = comment("mei", "代开各行业发票，点数低，可验证后付款。加微信 fapiao8866 详谈，量大从优，全国可开！");

        String state = await().atMost(PATIENCE)
                .until(
                        () -> cofound.as("mei").get("/comments/" + comment).path("state"),
                        found -> found != null && !found.equals("PENDING"));

        assertThat(state).isIn("REJECTED", "HELD");
        cofound.anonymous()
                .get("/posts/" + post + "/comments")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(comment)));
    }

    @Test
    void what_members_do_is_counted() {
        for (String kind : List.of("LIKE", "INSIGHTFUL")) {
            cofound.as("mei")
                    .put("/posts/" + post + "/reactions/" + kind)
                    .then()
                    .statusCode(204);
        }
        cofound.as("mei").put("/posts/" + post + "/bookmark").then().statusCode(204);

        cofound.anonymous()
                .get("/posts/" + post)
                .then()
                .body("counters.reactions", equalTo(2))
                .body("counters.bookmarks", equalTo(1));
        cofound.as("mei").get("/me/bookmarks").then().body("items.postId", hasItem(post));
    }

    @Test
    void readings_are_kept_of_those_alone_who_agreed() {
        read("mei");
        assertThat(readsOfThePost()).isZero();

        cofound.as("mei")
                .body(Map.of("recommendation", true))
                .put("/me/consents")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> {
            read("mei");
            assertThat(readsOfThePost()).isEqualTo(1);
        });
    }

    @Test
    void whom_one_follows_one_reads() {
        cofound.as("mei").put("/members/" + memberId("bo") + "/follow");

        await().atMost(PATIENCE).untilAsserted(() -> cofound.as("mei")
                .get("/feed?sort=following")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(post)));
    }

    @Test
    void partners_forget_what_is_removed_within_two_seconds() {
        try (Topic partners = Topic.asPartner(cofound, Topics.PUBLIC_CONTENT)) {
            cofound.as("bo").delete("/posts/" + post).then().statusCode(204);
            Instant removed = Instant.now();

            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> partners.hasForgotten(post));

            Duration delay = Duration.between(removed, Instant.now());
            System.out.printf(
                    "removed content was a tombstone on %s after %d ms%n", Topics.PUBLIC_CONTENT, delay.toMillis());
            assertThat(delay).isLessThan(Duration.ofSeconds(2));
        }
    }

    private String comment(String author, String body) {
        return cofound.as(author)
                .body(Map.of("body", body))
                .post("/posts/" + post + "/comments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void read(String member) {
        cofound.as(member)
                .body("{\"dwellSeconds\": 40, \"depth\": 0.9}")
                .post("/posts/" + post + "/reads")
                .then()
                .statusCode(204);
    }

    private int readsOfThePost() {
        return cofound.anonymous().get("/posts/" + post).path("counters.reads");
    }

    private String memberId(String user) {
        return cofound.as(user).get("/me").path("id");
    }

    private String created(String user, String path, String body) {
        return cofound.as(user)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void awaitState(String user, String path, String state) {
        await().atMost(PATIENCE)
                .until(() -> state.equals(cofound.as(user).get(path).path("state")));
    }
}
