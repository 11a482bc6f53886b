package io.cofound.e2e;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PublicPost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** Chen writes down what nobody else writes, in every place there is, and then wants to be forgotten. */
@WholeStack
class ErasureE2E {

    private static final String CHEN = "0193b5a0-0000-7000-8000-000000000004";
    private static final List<String> OTHERS = List.of(
            "0193b5a0-0000-7000-8000-000000000001",
            "0193b5a0-0000-7000-8000-000000000002",
            "0193b5a0-0000-7000-8000-000000000003");
    private static final String NAME_IN_THE_TOKEN = "陈默";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cofound cofound;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> planted = new ArrayList<>();
    private String community;

    ErasureE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @BeforeEach
    void chen_is_at_home_in_a_community_of_ada() {
        community = created("ada", "/communities", Map.of("name", "Sensor makers " + mark, "joining", "REQUEST"));
        cofound.as("chen").get("/me").then().statusCode(200);
    }

    @AfterEach
    void chen_signs_in_anew() {
        cofound.signOut("chen");
        await().atMost(PATIENCE)
                .untilAsserted(() -> cofound.as("chen").get("/me").then().statusCode(200));
    }

    @Test
    void nothing_personal_is_left_anywhere_and_others_lose_nothing() throws Exception {
        presentOneself();
        joinWithAMessage();
        write("Published", "We moved curing from 140 to 128 degrees and warping went down by half.");
        write("Rejected", "代开各类正规发票，点数低，可验证后付款。加微信 fapiao8866 详谈，量大从优，全国可开！");
        organiseAndAttend();
        offerHelp();
        ownACommunityAlone();
        String ada = created(
                "ada",
                "/communities/" + community + "/posts",
                Map.of("type", "NEWS", "title", "Ada's own", "body", "Ada writes about her own things here."));
        awaitDecision("ada", ada);
        assertThat(new TreeSet<>(Traces.of(cofound, planted).stream()
                        .map(place -> place.substring(0, place.indexOf(" in ")))
                        .toList()))
                .as("every planted value is somewhere before")
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(planted));
        planted.add(NAME_IN_THE_TOKEN);
        TreeSet<String> others = rowsOfOthers();
        assertThat(others).hasSizeGreaterThan(10);

        cofound.as("chen").delete("/me").then().statusCode(202);

        awaitErased();
        try (Compaction compaction = new Compaction(cofound)) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(3))
                    .untilAsserted(() -> {
                        compaction.rollSegments();
                        assertThat(Traces.of(cofound, planted)).isEmpty();
                    });
        }
        assertThat(rowsOfOthers()).containsAll(others);
        cofound.as("ada").get("/posts/" + ada).then().statusCode(200).body("title", equalTo("Ada's own"));
        cofound.as("chen").get("/me").then().statusCode(410);
        cofound.anonymous().get("/members/" + CHEN).then().statusCode(404);
    }

    @Test
    void published_content_stays_by_a_former_member_where_the_member_wants_it_so() throws Exception {
        presentOneself();
        joinWithAMessage();
        String post = write("Kept", "We moved curing from 140 to 128 degrees and warping went down by half.");
        List<String> names =
                planted.stream().filter(value -> !value.contains("Kept")).toList();

        cofound.as("chen").delete("/me?publicContent=KEEP").then().statusCode(202);

        awaitErased();
        await().atMost(PATIENCE).untilAsserted(() -> cofound.anonymous()
                .get("/posts/" + post)
                .then()
                .statusCode(200)
                .body("title", equalTo("Kept " + mark))
                .body("author.displayName", anyOf(nullValue(), equalTo(""))));
        try (Topic partners = Topic.asPartner(cofound, Topics.PUBLIC_CONTENT)) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(partners.events(PublicPost.class))
                    .filteredOn(told -> told.event().postId().equals(UUID.fromString(post)))
                    .last()
                    .matches(told -> told.event().authorName() == null));
        }
        try (Compaction compaction = new Compaction(cofound)) {
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(3))
                    .untilAsserted(() -> {
                        compaction.rollSegments();
                        assertThat(Traces.of(cofound, names)).isEmpty();
                    });
        }
    }

    private void presentOneself() {
        var me = cofound.as("chen").get("/me");
        cofound.as("chen")
                .header("If-Match", me.header("ETag"))
                .body(Map.of(
                        "displayName", plant("Chen Name"),
                        "headline", plant("传感器导师 Headline"),
                        "about", plant("关于我 About"),
                        "links", List.of("https://chen.example/" + plant("link")),
                        "avatarUrl", "https://chen.example/" + plant("avatar"),
                        "language", "zh"))
                .put("/me")
                .then()
                .statusCode(200);
    }

    private void joinWithAMessage() {
        cofound.as("chen")
                .body(Map.of("message", plant("让我加入吧 Message")))
                .post("/communities/" + community + "/members")
                .then()
                .statusCode(202);
        cofound.as("ada")
                .body(Map.of("answer", "ACCEPT", "reason", plant("Welcome")))
                .put("/communities/" + community + "/join-requests/" + CHEN + "/answer")
                .then()
                .statusCode(200);
    }

    private String write(String title, String text) {
        String post = created(
                "chen",
                "/communities/" + community + "/posts",
                Map.of("type", "CASE_STUDY", "title", plant(title), "body", text + "\n\n" + plant("Body of " + title)));
        awaitDecision("chen", post);
        return post;
    }

    private void organiseAndAttend() {
        cofound.as("ada")
                .body(Map.of("role", "ORGANISER"))
                .put("/communities/" + community + "/members/" + CHEN)
                .then()
                .statusCode(200);
        String own = meetup("chen", plant("Meetup"), plant("活动介绍 Description"));
        cofound.as("ada")
                .body("{}")
                .put("/events/" + own + "/registrations/me")
                .then()
                .statusCode(200);
        String other = meetup("ada", "Ada's table", "One table");
        cofound.as("chen")
                .body("{}")
                .put("/events/" + other + "/registrations/me")
                .then()
                .statusCode(200);
    }

    private String meetup(String who, String title, String description) {
        Instant start = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        return created(
                who,
                "/communities/" + community + "/events",
                Map.of(
                        "title",
                        title,
                        "description",
                        description,
                        "mode",
                        "ONSITE",
                        "startsAt",
                        start.toString(),
                        "endsAt",
                        start.plusSeconds(7200).toString(),
                        "timeZone",
                        "Asia/Shanghai",
                        "capacity",
                        5,
                        "publish",
                        true));
    }

    private void offerHelp() {
        created(
                "chen",
                "/opportunities",
                Map.of(
                        "kind",
                        "OFFER",
                        "category",
                        "TECHNOLOGY",
                        "title",
                        plant("Offer"),
                        "text",
                        "可以帮忙看柔性传感器的试产方案 " + plant("Text")));
    }

    private void ownACommunityAlone() {
        created("chen", "/communities", Map.of("name", plant("Chen's corner"), "description", plant("角落 Corner")));
    }

    /** @return the value, of which there is no second */
    private String plant(String what) {
        String value = what + " " + mark;
        String plain = what.matches("[a-z]+") ? what + "-" + mark : value;
        planted.add(plain);
        return plain;
    }

    private String created(String who, String path, Map<String, ?> body) {
        return cofound.as(who)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void awaitDecision(String who, String post) {
        await().atMost(PATIENCE)
                .until(() -> cofound.as(who).get("/posts/" + post).<String>path("state"), state -> !"PENDING"
                        .equals(state));
    }

    private void awaitErased() {
        await().atMost(PATIENCE).untilAsserted(() -> cofound.as("chen")
                .get("/me/erasure")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETED")));
    }

    /** Whatever speaks of others and not of Chen, without the numbers that count Chen among others. */
    private TreeSet<String> rowsOfOthers() throws SQLException {
        return Traces.rows(cofound).stream()
                .filter(row -> OTHERS.stream().anyMatch(row::contains) && !row.contains(CHEN))
                .filter(row -> planted.stream().noneMatch(row::contains))
                .filter(row -> !row.matches("(?s)[a-z]+\\.(outbox|inbox|idempotency_key|.*offset.*): .*"))
                .map(row -> row.replaceAll("\"(revision|[a-z_]*count|confirmed|waitlisted)\": \\d+,? ?", ""))
                .collect(toCollection(TreeSet::new));
    }
}
