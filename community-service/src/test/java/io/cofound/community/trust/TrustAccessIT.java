package io.cofound.community.trust;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.MemberRegistered;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class TrustAccessIT {

    private final UUID member = UUID.randomUUID();

    @Test
    void only_operators_see_the_trust_of_others() {
        try (var publisher = new Publisher()) {
            publisher.publish(new MemberRegistered(member, 1, "Somebody", "en", Instant.now()));
        }

        await().untilAsserted(() -> seenBy(Person.OLGA).statusCode(200).body("level", equalTo(0)));
        seenBy(Person.ADA).statusCode(403);
        given().get("/api/v1/operations/members/{id}/trust", member).then().statusCode(401);
        given().get("/api/v1/me/trust").then().statusCode(401);
    }

    @Test
    void who_was_never_heard_of_reads_what_the_first_level_takes() {
        given().auth()
                .oauth2(TestTokens.ofSubject(member.toString()))
                .get("/api/v1/me/trust")
                .then()
                .statusCode(200)
                .body("level", equalTo(0))
                .body("signals", hasSize(0))
                .body("next.level", equalTo(1));
    }

    private ValidatableResponse seenBy(Person person) {
        return given().auth()
                .oauth2(TestTokens.of(person))
                .get("/api/v1/operations/members/{id}/trust", member)
                .then();
    }
}
