package io.cofound.community.member;

import java.util.List;

import io.cofound.community.Somebody;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.MemberChanged;
import io.cofound.contracts.community.MemberRole;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class ProfileIT {

    private static final String WHOLE = """
            {"displayName": "林小雨", "headline": "Building in the open", "about": "I write **Rust**.",
             "roles": ["MENTOR", "FOUNDER"], "skills": ["大模型", "Machine Learning", "LLM"], "interests": ["风投"],
             "stage": "PROTOTYPE", "region": "cn-gd", "languages": ["zh-hans", "en"],
             "links": ["https://example.org/me"], "avatarUrl": "https://example.org/me.png", "language": "zh"}""";

    @Test
    void what_is_told_is_kept_with_one_id_for_every_way_to_say_a_tag() {
        Somebody lin = Somebody.arrives();

        lin.presents(WHOLE).statusCode(200);

        lin.does()
                .get("/api/v1/me")
                .then()
                .body("displayName", equalTo("林小雨"))
                .body("about", equalTo("I write **Rust**."))
                .body("roles", contains("FOUNDER", "MENTOR"))
                .body("skills", contains("llm", "machine-learning"))
                .body("interests", contains("venture-capital"))
                .body("stage", equalTo("PROTOTYPE"))
                .body("region", equalTo("CN-GD"))
                .body("languages", contains("zh-Hans", "en"))
                .body("links", contains("https://example.org/me"))
                .body("avatarUrl", equalTo("https://example.org/me.png"))
                .body("visibility.region", equalTo("MEMBERS"));
    }

    @Test
    void a_reader_sees_what_is_shown_to_them() {
        Somebody lin = Somebody.arrives();
        lin.presents(
                with("\"visibility\": {\"skills\": \"MEMBERS\", \"headline\": \"NOBODY\", \"region\": \"PUBLIC\"}"));

        given().get(lin.path())
                .then()
                .statusCode(200)
                .body("displayName", equalTo("林小雨"))
                .body("region", equalTo("CN-GD"))
                .body("roles", hasSize(2))
                .body("skills", empty())
                .body("about", nullValue())
                .body("headline", nullValue())
                .body("visibility", nullValue());
        Somebody.arrives()
                .does()
                .get(lin.path())
                .then()
                .body("skills", hasSize(2))
                .body("about", equalTo("I write **Rust**."))
                .body("links", hasSize(1))
                .body("headline", nullValue())
                .body("visibility", nullValue());
        lin.does()
                .get(lin.path())
                .then()
                .body("headline", equalTo("Building in the open"))
                .body("visibility.headline", equalTo("NOBODY"));
    }

    @Test
    void others_are_told_only_what_is_public() {
        Somebody lin = Somebody.arrives();

        lin.presents(with("\"visibility\": {\"skills\": \"NOBODY\"}"));

        try (var members = new TopicReader(Topics.MEMBER)) {
            MemberChanged changed =
                    members.await(MemberChanged.class, e -> e.memberId().equals(lin.id()));
            assertThat(changed.roles()).containsExactly(MemberRole.FOUNDER, MemberRole.MENTOR);
            assertThat(changed.interests()).containsExactly("venture-capital");
            assertThat(changed.skills()).isEmpty();
            assertThat(changed.region()).isNull();
            assertThat(changed.stage()).isNull();
        }
    }

    @Test
    void a_short_profile_as_older_clients_send_it_leaves_the_rest_empty() {
        Somebody lin = Somebody.arrives();
        lin.presents(WHOLE);

        lin.presents("{\"displayName\": \"Lin\", \"headline\": null, \"language\": \"en\"}")
                .statusCode(200)
                .body("displayName", equalTo("Lin"))
                .body("about", nullValue())
                .body("skills", empty())
                .body("links", empty());
    }

    @Test
    void what_was_hidden_stays_hidden_when_a_client_does_not_speak_of_it() {
        Somebody lin = Somebody.arrives();
        lin.presents(with("\"visibility\": {\"region\": \"NOBODY\"}"));

        lin.presents(with("\"visibility\": {\"about\": \"PUBLIC\"}"));

        lin.does()
                .get("/api/v1/me")
                .then()
                .body("visibility.region", equalTo("NOBODY"))
                .body("visibility.about", equalTo("PUBLIC"));
    }

    @Test
    void unknown_tags_are_all_named_with_what_they_may_have_meant() {
        Somebody lin = Somebody.arrives();

        lin.presents("""
                        {"displayName": "Lin", "language": "en", "skills": ["AI", "machin lerning", "Xyzzy"],
                         "interests": ["占星"]}""")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:cofound:problem:unknown-tags"))
                .body("unknown.word", contains("machin lerning", "Xyzzy", "占星"))
                .body("unknown.field", contains("skills", "skills", "interests"))
                .body("unknown[0].suggestions", hasItem("machine-learning"));

        lin.does().get("/api/v1/me").then().body("revision", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"region\": \"XX\"",
                "\"region\": \"China\"",
                "\"languages\": [\"xx\"]",
                "\"languages\": [\"en_GB\"]",
                "\"links\": [\"http://example.org\"]",
                "\"links\": [\"javascript:alert(1)\"]",
                "\"links\": [\"https://user:secret@example.org\"]",
                "\"links\": [null]",
                "\"links\": [\"https://a.b/1\",\"https://a.b/2\",\"https://a.b/3\",\"https://a.b/4\",\"https://a.b/5\",\"https://a.b/6\"]",
                "\"avatarUrl\": \"data:image/png;base64,AAAA\"",
                "\"roles\": [\"KING\"]",
                "\"roles\": [null]",
                "\"stage\": \"UNICORN\"",
                "\"skills\": [\" \"]",
                "\"visibility\": {\"skills\": \"FRIENDS\"}",
                "\"visibility\": {\"shoes\": \"PUBLIC\"}",
            })
    void what_cannot_be_is_refused_and_changes_nothing(String field) {
        Somebody lin = Somebody.arrives();

        lin.presents("{\"displayName\": \"Lin\", \"language\": \"en\", " + field + "}")
                .statusCode(400)
                .contentType("application/problem+json");

        lin.does().get("/api/v1/me").then().body("revision", equalTo(1));
    }

    @Test
    void more_than_fits_is_refused() {
        Somebody lin = Somebody.arrives();
        List<String> many = java.util.Collections.nCopies(21, "\"ai\"");

        lin.presents("{\"displayName\": \"Lin\", \"language\": \"en\", \"skills\": " + many + "}")
                .statusCode(400);
        lin.presents("{\"displayName\": \"Lin\", \"language\": \"en\", \"about\": \"" + "字".repeat(2_001) + "\"}")
                .statusCode(400);
        lin.presents("{\"displayName\": \"Lin\", \"language\": \"en\", \"about\": \"" + "字".repeat(2_000) + "\"}")
                .statusCode(200);
    }

    @Test
    void the_tags_to_choose_from_are_for_everybody_and_found_as_they_are_typed() {
        given().get("/api/v1/tags").then().statusCode(200).body("items.id", hasItem("machine-learning"));
        given().get("/api/v1/tags?q=机器学")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo("machine-learning"))
                .body("items[0].names.en", equalTo("Machine learning"))
                .body("items[0].names.zh", equalTo("机器学习"));
    }

    private static String with(String more) {
        return WHOLE.substring(0, WHOLE.length() - 1) + ", " + more + "}";
    }
}
