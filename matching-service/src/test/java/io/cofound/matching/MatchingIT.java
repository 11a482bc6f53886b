package io.cofound.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.Joining;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostType;
import io.cofound.contracts.matching.OpportunityClosed;
import io.cofound.contracts.matching.OpportunityPublished;
import io.cofound.contracts.matching.PublicOpportunity;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "matching"))
class MatchingIT {

    private static final String OPPORTUNITIES = "/api/v1/opportunities";

    private static final List<String> DISTRACTORS = List.of(
            "Robot arm for laboratories",
            "GPU hours for model training",
            "WeChat shop for foreign brands",
            "合同智能审查引擎",
            "语音识别接口,支持方言",
            "跨境收款系统",
            "Cold chain telemetry for trucks",
            "互联网医院系统",
            "Carbon accounting engine",
            "私有化知识库问答平台",
            "Biodegradable packaging film",
            "游戏服务器托管",
            "Unity asset library",
            "协作机械臂开放平台",
            "Speech-to-text for noisy places",
            "小程序商城源码",
            "Payment API for forty countries",
            "房产经纪人CRM",
            "Pet tracking collar",
            "少儿编程课程平台");

    @Test
    void a_need_written_in_chinese_finds_the_offer_written_in_english_first() {
        DISTRACTORS.forEach(title -> publish(Person.BO, "OFFER", "TECHNOLOGY", title, title));
        String offer = publish(
                Person.BO,
                "OFFER",
                "TECHNOLOGY",
                "Greenhouse sensor kit",
                "Solar powered probes for soil and weather with irrigation control, ready for farms.");
        String own = publish(Person.ADA, "OFFER", "TECHNOLOGY", "温室传感器", "给农场用的土壤传感器和灌溉控制。");
        String need = publish(Person.ADA, "NEED", "TECHNOLOGY", "大棚监测设备", "需要给农场用的土壤传感器,最好太阳能供电,带灌溉控制。");

        // Shares words with every one of them, so that they are known to be in the index.
        String catchAll = publish(Person.MEI, "NEED", "TECHNOLOGY", "Everything", String.join("; ", DISTRACTORS));
        Awaitility.await().until(() -> matches(catchAll, "en").getList("items").size() > DISTRACTORS.size());
        awaitMatch(need, offer);

        JsonPath matches = matches(need, "zh");
        assertThat(matches.getString("items[0].opportunity.id")).isEqualTo(offer);
        assertThat(matches.getList("items.opportunity.id")).doesNotContain(own, need);
        assertThat(matches.getList("items[0].reasons.text", String.class)).contains("双方都涉及“农业”");
        assertThat(matches.getDouble("items[0].score"))
                .isCloseTo(
                        matches.getList("items[0].reasons.contribution", Double.class).stream()
                                .mapToDouble(Double::doubleValue)
                                .sum(),
                        within(1e-6));
        assertThat(matches(need, "en").getList("items[0].reasons.text", String.class))
                .contains("Both are about agriculture");
        given().get(OPPORTUNITIES + "/" + need + "/matches?limit=3").then().body("items.size()", equalTo(3));
    }

    @Test
    void a_closed_offer_is_gone_everywhere_and_partners_are_told() {
        String need = publish(Person.ADA, "NEED", "TALENT", "Lawyer for a term sheet", "Legal advice on investment.");
        String offer = publish(Person.BO, "OFFER", "TALENT", "律师", "投资条款与股权架构的法律顾问。");
        awaitMatch(need, offer);

        as(Person.ADA).delete(OPPORTUNITIES + "/" + offer).then().statusCode(403);
        as(Person.BO).delete(OPPORTUNITIES + "/" + offer).then().statusCode(204);

        assertThat(matches(need, "en").getList("items.opportunity.id")).doesNotContain(offer);
        given().get(OPPORTUNITIES + "/" + offer).then().statusCode(404);
        as(Person.BO).delete(OPPORTUNITIES + "/" + offer).then().statusCode(404);
        given().get(OPPORTUNITIES + "/" + offer + "/matches").then().statusCode(404);
        given().get(OPPORTUNITIES + "?limit=100").then().body("items.id", not(hasItem(offer)));
        try (var internal = new TopicReader(Topics.OPPORTUNITY);
                var partners = new TopicReader(Topics.PUBLIC_OPPORTUNITIES)) {
            UUID id = UUID.fromString(offer);
            assertThat(internal.await(OpportunityPublished.class, e -> e.opportunityId()
                                    .equals(id))
                            .language())
                    .isEqualTo("zh");
            assertThat(internal.await(OpportunityClosed.class, e -> e.opportunityId()
                                    .equals(id))
                            .revision())
                    .isEqualTo(2);
            partners.await(PublicOpportunity.class, e -> e.opportunityId().equals(id));
            Awaitility.await().until(() -> partners.records().stream()
                    .anyMatch(record -> record.key().equals(offer) && record.value() == null));
        }
    }

    @Test
    void a_hidden_communitys_posts_are_recommended_to_its_members_and_to_nobody_else() {
        UUID hidden = UUID.randomUUID();
        UUID open = UUID.randomUUID();
        UUID secret = UUID.randomUUID();
        UUID known = UUID.randomUUID();
        try (Publisher publisher = new Publisher()) {
            publisher.publish(community(hidden, Visibility.HIDDEN));
            publisher.publish(community(open, Visibility.PUBLIC));
            publisher.publish(new MembershipGranted(
                    UUID.randomUUID(), 1, hidden, Person.CHEN.id(), CommunityRole.MEMBER, Instant.now()));
            publisher.publish(post(secret, hidden, Visibility.HIDDEN));
            publisher.publish(post(known, open, Visibility.PUBLIC));
        }

        Awaitility.await().untilAsserted(() -> assertThat(recommended(as(Person.CHEN)))
                .contains(secret.toString(), known.toString()));
        assertThat(recommended(as(Person.STRANGER))).contains(known.toString()).doesNotContain(secret.toString());
        assertThat(recommended(given())).contains(known.toString()).doesNotContain(secret.toString());
        assertThat(recommended(as(Person.MEI))).doesNotContain(known.toString(), secret.toString());
    }

    @Test
    void recommendations_go_by_what_the_reader_writes_only_with_consent() {
        publish(Person.OLGA, "NEED", "TECHNOLOGY", "Greenhouse sensors", "Soil sensors for a farm.");
        assertThat(basis(as(Person.OLGA))).isEqualTo("NOT_PERSONALISED");
        assertThat(basis(given())).isEqualTo("NOT_PERSONALISED");

        try (Publisher publisher = new Publisher()) {
            publisher.publish(new ConsentsChanged(Person.OLGA.id(), 1, true, false, false, "1", Instant.now()));
            Awaitility.await().until(() -> basis(as(Person.OLGA)).equals("PERSONALISED"));

            publisher.publish(new ConsentsChanged(Person.OLGA.id(), 2, false, false, false, "1", Instant.now()));
            Awaitility.await().until(() -> basis(as(Person.OLGA)).equals("NOT_PERSONALISED"));
        }
    }

    private static String basis(RequestSpecification reader) {
        return reader.get("/api/v1/recommendations/posts")
                .then()
                .statusCode(200)
                .extract()
                .path("basis");
    }

    private static void awaitMatch(String need, String offer) {
        Awaitility.await()
                .until(() -> matches(need, "en").getList("items.opportunity.id").contains(offer));
    }

    private static JsonPath matches(String id, String language) {
        return given().header("Accept-Language", language)
                .get(OPPORTUNITIES + "/" + id + "/matches?limit=100")
                .then()
                .statusCode(200)
                .header("Content-Language", language)
                .extract()
                .jsonPath();
    }

    private static List<String> recommended(RequestSpecification reader) {
        return reader.get("/api/v1/recommendations/posts?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.post.id");
    }

    private static String publish(Person person, String kind, String category, String title, String text) {
        return Market.publish(person.id(), kind, category, title, text);
    }

    private static CommunityCreated community(UUID id, Visibility visibility) {
        return new CommunityCreated(
                id,
                1,
                "Founders",
                "",
                "",
                visibility,
                Joining.OPEN,
                ModerationMode.PRE,
                "en",
                Person.MEI.id(),
                Instant.now());
    }

    private static PostPublished post(UUID id, UUID community, Visibility visibility) {
        return new PostPublished(
                id,
                1,
                community,
                Person.MEI.id(),
                PostType.TECH_SHARE,
                "What we learned from our pilot",
                "Farmers like sensors.",
                null,
                null,
                null,
                List.of(),
                "en",
                "梅雨",
                visibility,
                Instant.now());
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person)).contentType(ContentType.JSON);
    }
}
