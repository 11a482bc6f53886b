package io.cofound.e2e;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.content.PublicPost;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

/** What a newcomer does in the first five minutes. */
@WholeStack
class JourneyE2E {

    private static final Map<String, Object> GOOD_ZH = post(
            "TECH_SHARE",
            "我们怎么把推理成本降了六成",
            "分享一下上个月做的三件事：把批处理的窗口从 50 毫秒调到 120 毫秒，热点提示词做缓存，小模型先筛一遍。" + "最有用的是第三点，大约七成请求不用再走大模型。踩过的坑也写在后面，欢迎讨论。");
    private static final Map<String, Object> GOOD_EN = post(
            "CASE_STUDY",
            "What we learned from our first 20 churn interviews",
            "Most people did not leave because of price. They left because onboarding took two weeks and nobody on their "
                    + "side owned it. We now ask for an owner before we sign. Happy to share our interview guide.");
    private static final Map<String, Object> SPAM_ZH =
            post("NEWS", "代开各行业发票，点数低", "本公司长期代开各类正规发票，点数低，可验证后付款。加微信 fapiao8866 详谈，量大从优，全国可开！");
    private static final Map<String, Object> SPAM_EN = post(
            "NEWS",
            "BUY 10,000 REAL FOLLOWERS TODAY!!!",
            "Cheapest followers, likes and backlinks on the market. 100% real, instant delivery, 50% OFF today only. "
                    + "Order now at http://best-followers.example and DM us on telegram @growfast. Bulk discount!!!");

    private final Cofound cofound;
    private String community;

    JourneyE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @BeforeEach
    void a_community_of_ada() {
        community = cofound.as("ada")
                .body(Map.of("name", "Founders across borders 跨境创业者", "description", "中英双语", "language", "zh"))
                .post("/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_good_post_in_either_language_reaches_readers_and_partners() {
        for (Map<String, Object> post : List.of(GOOD_ZH, GOOD_EN)) {
            String id = submit("ada", post);

            awaitState("ada", id, "PUBLISHED");
            cofound.anonymous().get("/posts/" + id).then().statusCode(200).body("title", equalTo(post.get("title")));
            cofound.anonymous()
                    .get("/feed?sort=latest&limit=100")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
            try (Topic partners = Topic.asPartner(cofound, Topics.PUBLIC_CONTENT)) {
                await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(partners.events(PublicPost.class))
                        .anyMatch(told -> told.event().postId().equals(UUID.fromString(id))));
            }
        }
    }

    @Test
    void spam_in_either_language_stays_out_and_its_author_learns_why() {
        for (Map<String, Object> post : List.of(SPAM_ZH, SPAM_EN)) {
            String id = submit("ada", post);

            String state = awaitDecision("ada", id);
            assertThat(state).isIn("REJECTED", "HELD");
            List<?> reasons =
                    cofound.as("ada").get("/posts/" + id).then().extract().path("decision.reasons");
            assertThat(reasons).isNotEmpty();
            cofound.anonymous().get("/posts/" + id).then().statusCode(404);
            cofound.anonymous().get("/feed?limit=100").then().body("items.id", not(hasItem(id)));
        }
    }

    @Test
    void a_partner_reads_public_topics_and_no_other() {
        assertThatThrownBy(() -> Topic.asPartner(cofound, Topics.POST).close())
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void one_seat_and_two_people_make_one_guest_and_one_who_waits() {
        Instant start = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String meetup = cofound.as("ada")
                .body(Map.of(
                        "title",
                        "创始人咖啡 Founders' coffee",
                        "description",
                        "One table.",
                        "mode",
                        "ONSITE",
                        "startsAt",
                        start.toString(),
                        "endsAt",
                        start.plusSeconds(7200).toString(),
                        "timeZone",
                        "Asia/Shanghai",
                        "capacity",
                        1,
                        "publish",
                        true))
                .post("/communities/" + community + "/events")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        for (String guest : List.of("mei", "bo")) {
            cofound.as(guest)
                    .post("/communities/" + community + "/members")
                    .then()
                    .statusCode(201);
        }

        String registration = "/events/" + meetup + "/registrations/me";
        cofound.as("mei").body("{}").put(registration).then().body("state", equalTo("CONFIRMED"));
        cofound.as("bo")
                .body("{}")
                .put(registration)
                .then()
                .body("state", equalTo("WAITLISTED"))
                .body("position", equalTo(1));

        cofound.as("mei").delete(registration);
        cofound.as("bo").get(registration).then().statusCode(200).body("state", equalTo("CONFIRMED"));
    }

    @Test
    void a_need_finds_the_offer_in_the_other_language_first() {
        offer("chen", "TALENT", "10 年嵌入式与 BLE 固件经验，可兼职", "做过三款量产的智能穿戴，熟悉 nRF52、低功耗蓝牙和产线测试，每周可以投入两天。");
        offer("chen", "TALENT", "资深财务顾问，帮初创做账", "熟悉跨境电商的税务与合规，按月收费。");
        offer("bo", "TALENT", "Brand designer with ten years in consumer goods", "Logos, packaging, launch campaigns.");
        offer("bo", "TALENT", "Growth marketer for B2B SaaS", "SEO, content and paid acquisition, two days a week.");
        String need = opportunity(
                "ada",
                "NEED",
                "TALENT",
                "Firmware engineer for a wearable",
                "We need somebody part-time who has shipped BLE firmware on low-power chips for a smart ring.");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var matches = cofound.as("ada")
                    .get("/opportunities/" + need + "/matches")
                    .then()
                    .statusCode(200)
                    .extract();
            assertThat(matches.<String>path("items[0].opportunity.title")).startsWith("10 年嵌入式");
            assertThat(matches.<List<?>>path("items[0].reasons")).isNotEmpty();
        });
    }

    private void offer(String user, String category, String title, String text) {
        opportunity(user, "OFFER", category, title, text);
    }

    private String opportunity(String user, String kind, String category, String title, String text) {
        return cofound.as(user)
                .body(Map.of("kind", kind, "category", category, "title", title, "text", text))
                .post("/opportunities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String submit(String user, Map<String, Object> post) {
        return cofound.as(user)
                .body(post)
                .post("/communities/" + community + "/posts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void awaitState(String user, String post, String state) {
        assertThat(awaitDecision(user, post)).isEqualTo(state);
    }

    private String awaitDecision(String user, String post) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> cofound.as(user)
                                .get("/posts/" + post)
                                .then()
                                .extract()
                                .path("state"),
                        state -> !"PENDING".equals(state));
    }

    private static Map<String, Object> post(String type, String title, String body) {
        return Map.of("type", type, "title", title, "body", body, "tags", List.of("demo"));
    }
}
