package io.cofound.gateway;

import java.util.function.Supplier;
import java.util.stream.Stream;

import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@BehindTheDoor
class TokenIT {

    @Test
    void aRequestWithAValidTokenPasses() {
        given().header("Authorization", "Bearer " + TestTokens.of(Person.ADA))
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("headers.authorization", not(emptyOrNullString()));
    }

    @Test
    void aRequestWithoutATokenPassesForTheServiceToDecide() {
        given().get("/api/v1/me").then().statusCode(200).body("service", equalTo("community"));
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void aTokenThatIsNotValidIsRefusedAtTheDoor(Supplier<String> token) {
        // Given
        int before = StandIns.received();

        // When
        given().header("Authorization", "Bearer " + token.get())
                .get("/api/v1/feed")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"))
                .body("type", equalTo("urn:cofound:problem:invalid-token"))
                .body("status", equalTo(401));

        // Then
        assertThat(StandIns.received()).isEqualTo(before);
    }

    static Stream<Named<Supplier<String>>> invalidTokens() {
        return Stream.of(
                Named.of("expired", () -> TestTokens.expired(Person.ADA)),
                Named.of("signed by a foreign key", () -> TestTokens.foreign(Person.ADA)),
                Named.of("unsigned", () -> TestTokens.unsigned(Person.ADA)),
                Named.of("for another audience", () -> TestTokens.forAnotherAudience(Person.ADA)),
                Named.of("no token at all", () -> "garbage"),
                Named.of("cut short", () -> TestTokens.of(Person.ADA).substring(0, 80)));
    }
}
