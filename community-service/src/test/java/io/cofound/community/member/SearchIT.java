package io.cofound.community.member;

import java.util.List;
import java.util.UUID;

import io.cofound.community.Somebody;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class SearchIT {

    private static final String MEMBERS = "/api/v1/members";

    private Somebody reader;

    @BeforeEach
    void somebodyReads() {
        reader = Somebody.arrives();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "q, Zhenzhen",
        "q, zhenz",
        "q, ＺＨＥＮＺＨＥＮ",
        "q, sørensen",
        "q, 珍珍",
        "q, 珍",
        "q, 量子珍",
        "q, photonic",
        "q, biography",
        "q, lithography zhen",
        "q, Semiconductors",
        "q, 半导体",
        "q, 芯片",
        "q, 跨境电商",
        "skill, semiconductors",
        "skill, 芯片",
        "skill, CHIP DESIGN",
        "role, INVESTOR",
    })
    void a_member_is_found_by_what_they_show(String parameter, String value) {
        Somebody zhen = Somebody.arrives();
        zhen.presents("""
                {"displayName": "Zhenzhen Sørensen 量子珍珍", "headline": "Photonics and lithography", "language": "en",
                 "about": "A short biography.", "roles": ["INVESTOR"], "skills": ["芯片"], "interests": ["跨境电商"]}""");

        assertThat(found(parameter, value)).contains(zhen.id());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "q, hotonics",
        "q, 珍量",
        "q, Zhenzhen Nobody",
        "q, 量子子",
        "skill, biotech",
        "role, MENTOR",
    })
    void a_member_is_not_found_by_what_they_do_not_say(String parameter, String value) {
        Somebody zhen = Somebody.arrives();
        zhen.presents("""
                {"displayName": "Zhenzhen 量子珍珍", "headline": "Photonics", "language": "en",
                 "roles": ["INVESTOR"], "skills": ["芯片"]}""");

        assertThat(found(parameter, value)).doesNotContain(zhen.id());
    }

    @Test
    void what_a_member_hides_finds_nobody() {
        Somebody shy = Somebody.arrives();
        shy.presents("""
                {"displayName": "Shy", "headline": "Kryptonite", "about": "Xenoglossy", "language": "en",
                 "roles": ["PARTNER"], "skills": ["量子计算"], "interests": ["robotics"],
                 "visibility": {"headline": "NOBODY", "about": "NOBODY", "roles": "NOBODY", "skills": "NOBODY",
                                "interests": "MEMBERS"}}""");

        assertThat(found("q", "Kryptonite")).isEmpty();
        assertThat(found("q", "Xenoglossy")).isEmpty();
        assertThat(found("q", "shy quantum")).isEmpty();
        assertThat(found("skill", "quantum")).doesNotContain(shy.id());
        assertThat(found("role", "PARTNER")).doesNotContain(shy.id());
        assertThat(found("q", "shy 机器人")).containsExactly(shy.id());
    }

    @Test
    void all_that_is_asked_for_has_to_fit() {
        Somebody one = Somebody.arrives();
        Somebody other = Somebody.arrives();
        one.presents(profile("Filterfish", "FOUNDER", "python"));
        other.presents(profile("Filterfish", "TALENT", "golang"));

        assertThat(found("q", "filterfish", "role", "FOUNDER")).containsExactly(one.id());
        assertThat(found("q", "filterfish", "skill", "Go 语言")).containsExactly(other.id());
        assertThat(found("q", "filterfish", "role", "FOUNDER", "skill", "golang"))
                .isEmpty();
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_and_leave_nobody_out() {
        Somebody first = Somebody.arrives();
        Somebody second = Somebody.arrives();
        Somebody third = Somebody.arrives();
        for (Somebody somebody : List.of(second, third, first)) {
            somebody.presents(profile("Paginata", "FOUNDER", "ai"));
        }

        String next = reader.does()
                .queryParam("q", "paginata")
                .queryParam("limit", 2)
                .get(MEMBERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(third.id().toString(), second.id().toString()))
                .extract()
                .path("nextCursor");
        reader.does()
                .queryParam("q", "paginata")
                .queryParam("limit", 2)
                .queryParam("cursor", next)
                .get(MEMBERS)
                .then()
                .body("items.id", contains(first.id().toString()))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void without_a_question_the_newest_members_come() {
        Somebody newest = Somebody.arrives();

        String next = reader.does()
                .queryParam("limit", 1)
                .get(MEMBERS)
                .then()
                .statusCode(200)
                .body("items.id", contains(newest.id().toString()))
                .extract()
                .path("nextCursor");
        reader.does()
                .queryParam("cursor", next)
                .get(MEMBERS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(reader.id().toString()));
    }

    @Test
    void a_new_member_is_found_by_name_at_once() {
        assertThat(found("q", "Somebody Else")).contains(reader.id());
    }

    @Test
    void a_question_that_asks_for_nothing_finds_nobody() {
        assertThat(found("q", "!?")).isEmpty();
    }

    @Test
    void bad_questions_are_clear_problems() {
        given().get(MEMBERS).then().statusCode(401);
        reader.does().queryParam("role", "KING").get(MEMBERS).then().statusCode(400);
        reader.does().queryParam("q", "x".repeat(101)).get(MEMBERS).then().statusCode(400);
        reader.does()
                .queryParam("skill", "blokchain")
                .get(MEMBERS)
                .then()
                .statusCode(422)
                .body("unknown[0].suggestions[0]", equalTo("blockchain"));
    }

    private List<UUID> found(String... parameters) {
        var request = reader.does().queryParam("limit", 100);
        for (int i = 0; i < parameters.length; i += 2) {
            request.queryParam(parameters[i], parameters[i + 1]);
        }
        List<String> ids = request.get(MEMBERS).then().statusCode(200).extract().path("items.id");
        return ids.stream().map(UUID::fromString).toList();
    }

    private static String profile(String name, String role, String skill) {
        return """
                {"displayName": "%s", "language": "en", "roles": ["%s"], "skills": ["%s"]}""".formatted(name, role, skill);
    }
}
