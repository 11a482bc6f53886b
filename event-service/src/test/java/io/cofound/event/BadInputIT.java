package io.cofound.event;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class BadInputIT {

    private static UUID community;

    @BeforeEach
    void in_a_public_community() {
        if (community == null) {
            community = Town.community(Visibility.PUBLIC);
        }
    }

    /** "-" takes the field away. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title        | -                       | 400",
                "title        | null                    | 400",
                "title        | '\"  \"'                | 400",
                "title        | 7                       | 400",
                "title        | '[\"a\"]'               | 400",
                "description  | {}                      | 400",
                "mode         | -                       | 400",
                "mode         | '\"OFFLINE\"'           | 400",
                "mode         | 1                       | 400",
                "startsAt     | -                       | 400",
                "startsAt     | '\"tomorrow\"'          | 400",
                "startsAt     | '\"2020-01-01T10:00:00Z\"' | 400",
                "endsAt       | -                       | 400",
                "endsAt       | '\"2020-01-01T10:00:00Z\"' | 422",
                "endsAt       | '\"+999999999-01-01T10:00:00Z\"' | 422",
                "startsAt     | '\"+999999999-01-01T10:00:00Z\"' | 422",
                "timeZone     | -                       | 400",
                "timeZone     | '\"Mars/Olympus\"'      | 400",
                "timeZone     | '\"+08:00\"'            | 400",
                "timeZone     | '\"asia/shanghai\"'     | 400",
                "capacity     | -                       | 400",
                "capacity     | 0                       | 400",
                "capacity     | -1                      | 400",
                "capacity     | 100001                  | 400",
                "capacity     | 99999999999             | 400",
                "capacity     | 2.5                     | 400",
                "capacity     | '\"10\"'                | 400",
                "publish      | '\"yes\"'               | 400",
                "organiserId  | '\"somebody else\"'     | 400",
                "state        | '\"CANCELLED\"'         | 400",
            })
    void a_field_that_cannot_be_meant_is_refused(String field, String json, int status) {
        Map<String, String> fields = fields();
        if (json.equals("-")) {
            fields.remove(field);
        } else {
            fields.put(field, json);
        }
        refused(create(json(fields)), status);
    }

    @Test
    void limits_are_inclusive() {
        Map<String, String> longest = fields();
        longest.put("title", quoted("题".repeat(200)));
        longest.put("description", quoted("字".repeat(20_000)));
        longest.put("capacity", "100000");
        create(json(longest)).then().statusCode(201);

        longest.put("title", quoted("题".repeat(201)));
        refused(create(json(longest)), 400);
        longest.put("title", quoted("t"));
        longest.put("description", quoted("字".repeat(20_001)));
        refused(create(json(longest)), 400).body(not(containsString("字")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "\"text\"", "{} {}", "{\"title\": \"a\\u0000b\"}"})
    void a_body_that_is_no_meetup_is_refused(String body) {
        refused(create(body), 400);
    }

    @Test
    void a_text_the_database_cannot_keep_is_refused() {
        Map<String, String> fields = fields();
        fields.put("title", "\"a\\u0000b\"");
        refused(create(json(fields)), 400);
        fields = fields();
        fields.put("description", "\"a\\u0000b\"");
        refused(create(json(fields)), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"endsAt\": \"2020-01-01T10:00:00Z\"}   | 422",
                "{\"startsAt\": \"2020-01-01T10:00:00Z\"} | 400",
                "{\"title\": \" \"}                       | 400",
                "{\"title\": \"\"}                        | 400",
                "{\"capacity\": 0}                        | 400",
                "{\"timeZone\": \"Nowhere\"}              | 400",
                "{\"publish\": false}                     | 409",
                "{\"state\": \"DRAFT\"}                   | 400",
                "{\"capacity\": 1                         | 400",
            })
    void a_change_that_cannot_be_meant_changes_nothing(String body, int status) {
        String meetup = Town.meetup(community, 5);

        refused(as(Person.ADA).header("If-Match", "\"1\"").body(body).patch(meetup), status);

        anonymous().get(meetup).then().body("revision", equalTo(1)).body("title", equalTo("Demo night"));
        as(Person.ADA).delete(meetup).then().statusCode(204);
    }

    @Test
    void a_registration_says_nothing_but_that_one_comes() {
        String meetup = Town.meetup(community, 5);
        String me = meetup + "/registrations/me";

        refused(as(Person.CHEN).body("{\"state\": \"CONFIRMED\"}").put(me), 400);
        refused(as(Person.CHEN).body("{").put(me), 400);
        refused(as(Person.CHEN).put("/api/v1/events/" + UUID.randomUUID() + "/registrations/me"), 404);
        refused(as(Person.CHEN).put("/api/v1/events/nonsense/registrations/me"), 404);
        as(Person.ADA).get(meetup + "/registrations").then().body("items", empty());
        as(Person.ADA).delete(meetup).then().statusCode(204);
    }

    @Test
    void a_list_is_asked_for_in_its_own_words() {
        String list = Town.meetupsOf(community);
        refused(anonymous().get(list + "?limit=0"), 400);
        refused(anonymous().get(list + "?limit=101"), 400);
        refused(anonymous().get(list + "?limit=many"), 400);
        refused(anonymous().get(list + "?cursor=nonsense"), 400);
        refused(anonymous().get("/api/v1/communities/nonsense/events"), 404);
        refused(anonymous().get("/api/v1/events/nonsense"), 404);
    }

    @Test
    void a_token_that_proves_nothing_is_refused() {
        for (String token : new String[] {
            TestTokens.expired(Person.ADA),
            TestTokens.foreign(Person.ADA),
            TestTokens.unsigned(Person.ADA),
            TestTokens.forAnotherAudience(Person.ADA),
            "nonsense"
        }) {
            refused(anonymous().auth().oauth2(token).body(json(fields())).post(Town.meetupsOf(community)), 401);
        }
    }

    private static ValidatableResponse refused(Response response, int status) {
        ValidatableResponse refused = response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body(not(containsString("io.cofound")))
                .body(not(containsString("Exception")));
        assertThat(response.asString()).hasSizeLessThan(1_000);
        return refused;
    }

    private static Response create(String body) {
        String before =
                anonymous().get(Town.meetupsOf(community) + "?limit=100").asString();
        Response response = as(Person.ADA).body(body).post(Town.meetupsOf(community));
        if (response.statusCode() != 201) {
            assertThat(anonymous().get(Town.meetupsOf(community) + "?limit=100").asString())
                    .as("nothing is stored")
                    .isEqualTo(before);
        }
        return response;
    }

    private static Map<String, String> fields() {
        Instant start = Instant.now().plus(Duration.ofDays(7));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", quoted("Demo night"));
        fields.put("description", quoted("Bring a demo"));
        fields.put("mode", quoted("ONLINE"));
        fields.put("startsAt", quoted(start.toString()));
        fields.put("endsAt", quoted(start.plusSeconds(3_600).toString()));
        fields.put("timeZone", quoted("Asia/Shanghai"));
        fields.put("capacity", "10");
        fields.put("publish", "true");
        return fields;
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static String json(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ": " + field.getValue())
                .collect(java.util.stream.Collectors.joining(", ", "{", "}"));
    }
}
