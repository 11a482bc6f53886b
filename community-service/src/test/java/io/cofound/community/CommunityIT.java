package io.cofound.community;

import java.util.UUID;

import io.cofound.contracts.Topics;
import io.cofound.contracts.community.CommunityCreated;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.PublicCommunity;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.cofound.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class CommunityIT {

    @Test
    void founding_a_community_makes_the_founder_its_owner_and_tells_everybody() {
        String id = found(Person.ADA, "{\"name\": \"出海创业者\", \"description\": \"Going global\", \"language\": \"zh\"}");

        try (var communities = new TopicReader(Topics.COMMUNITY);
                var memberships = new TopicReader(Topics.MEMBERSHIP);
                var partners = new TopicReader(Topics.PUBLIC_COMMUNITIES)) {
            assertThat(communities.await(
                            CommunityCreated.class, e -> e.communityId().equals(UUID.fromString(id))))
                    .extracting(CommunityCreated::ownerId, CommunityCreated::name)
                    .containsExactly(Person.ADA.id(), "出海创业者");
            assertThat(memberships
                            .await(MembershipGranted.class, e -> e.communityId().equals(UUID.fromString(id)))
                            .role())
                    .isEqualTo(CommunityRole.OWNER);
            assertThat(partners.await(
                            PublicCommunity.class, e -> e.communityId().equals(UUID.fromString(id))))
                    .isNotNull();
        }
    }

    @Test
    void the_first_call_of_me_makes_a_member_and_the_second_changes_nothing() {
        as(Person.CHEN)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("陈默"))
                .body("revision", equalTo(1));
        as(Person.CHEN).get("/api/v1/me").then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void a_hidden_community_does_not_exist_for_strangers() {
        String id = found(Person.ADA, "{\"name\": \"Stealth\", \"visibility\": \"HIDDEN\"}");

        as(Person.STRANGER)
                .get("/api/v1/communities/" + id)
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        as(Person.STRANGER)
                .post("/api/v1/communities/" + id + "/members")
                .then()
                .statusCode(404);
        given().get("/api/v1/communities?limit=100").then().statusCode(200).body("items.id", not(hasItem(id)));
        as(Person.ADA)
                .get("/api/v1/communities?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void joining_twice_is_joining_once_and_leaving_ends_it() {
        String id = found(Person.ADA, "{\"name\": \"Open house\"}");

        as(Person.BO)
                .post("/api/v1/communities/" + id + "/members")
                .then()
                .statusCode(201)
                .body("role", equalTo("MEMBER"));
        as(Person.BO).post("/api/v1/communities/" + id + "/members").then().statusCode(201);
        given().get("/api/v1/communities/" + id + "/members").then().body("items.size()", equalTo(2));
        as(Person.BO).delete("/api/v1/communities/" + id + "/members/me").then().statusCode(204);
        given().get("/api/v1/communities/" + id + "/members").then().body("items.size()", equalTo(1));
        as(Person.ADA)
                .delete("/api/v1/communities/" + id + "/members/me")
                .then()
                .statusCode(409);
    }

    @Test
    void the_same_idempotency_key_founds_one_community() {
        String body = "{\"name\": \"Once\"}";
        String first = as(Person.MEI)
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/api/v1/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String second = as(Person.MEI)
                .header("Idempotency-Key", "k1")
                .body(body)
                .post("/api/v1/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(second).isEqualTo(first);
        as(Person.MEI)
                .header("Idempotency-Key", "k1")
                .body("{\"name\": \"Other\"}")
                .post("/api/v1/communities")
                .then()
                .statusCode(422);
    }

    @Test
    void a_change_needs_the_owner_and_the_current_revision() {
        String id = found(Person.ADA, "{\"name\": \"Before\"}");
        String path = "/api/v1/communities/" + id;

        as(Person.ADA).body("{\"name\": \"After\"}").patch(path).then().statusCode(428);
        as(Person.ADA)
                .header("If-Match", "\"7\"")
                .body("{\"name\": \"After\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("currentRevision", equalTo(1));
        as(Person.BO)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"After\"}")
                .patch(path)
                .then()
                .statusCode(403);
        as(Person.ADA)
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"After\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("After"))
                .header("ETag", "\"2\"");
    }

    @Test
    void bad_input_is_a_clear_problem() {
        as(Person.ADA)
                .body("{\"name\": ")
                .post("/api/v1/communities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Person.ADA)
                .body("{\"name\": \"x\", \"nmae\": 1}")
                .post("/api/v1/communities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Person.ADA)
                .body("{\"name\": 7}")
                .post("/api/v1/communities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Person.ADA)
                .body("{}")
                .post("/api/v1/communities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        as(Person.ADA)
                .body("")
                .post("/api/v1/communities")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/api/v1/communities/not-a-uuid").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/communities?cursor=nonsense")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        given().get("/api/v1/communities?limit=0").then().statusCode(400).contentType("application/problem+json");
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
            given().auth().oauth2(token).get("/api/v1/me").then().statusCode(401);
        }
        given().get("/api/v1/me").then().statusCode(401).contentType("application/problem+json");
    }

    private static String found(Person person, String body) {
        return as(person)
                .body(body)
                .post("/api/v1/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person)).contentType(ContentType.JSON);
    }
}
