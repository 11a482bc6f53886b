package io.cofound.community;

import java.util.UUID;

import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** A person nobody has met before this test. */
public record Somebody(UUID id) {

    /** Signed in for the first time. */
    public static Somebody arrives() {
        Somebody somebody = stranger();
        somebody.does().get("/api/v1/me").then().statusCode(200);
        return somebody;
    }

    /** Has a token and never used it. */
    public static Somebody stranger() {
        return new Somebody(UUID.randomUUID());
    }

    /** A request with a token that was issued now. */
    public RequestSpecification does() {
        return given().auth().oauth2(TestTokens.ofSubject(id.toString())).contentType(ContentType.JSON);
    }

    /** Puts a profile, on whatever revision the present one has. */
    public ValidatableResponse presents(String profile) {
        String revision =
                does().get("/api/v1/me").then().statusCode(200).extract().header("ETag");
        return does().header("If-Match", revision)
                .body(profile)
                .put("/api/v1/me")
                .then();
    }

    public String path() {
        return "/api/v1/members/" + id;
    }
}
