package io.cofound.community.insight;

import java.util.UUID;

import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

final class InsightsRequests {

    private InsightsRequests() {}

    /** By Ada. */
    static UUID found(String body) {
        return UUID.fromString(as(Person.ADA)
                .body(body)
                .post("/api/v1/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    static String path(UUID communityId) {
        return "/api/v1/communities/" + communityId + "/insights";
    }

    static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person)).contentType(ContentType.JSON);
    }
}
