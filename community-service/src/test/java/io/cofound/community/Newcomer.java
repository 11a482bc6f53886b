package io.cofound.community;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** Somebody whom no other test knows, with one token for all they do. */
public record Newcomer(UUID id, String token) {

    public static Newcomer arrives() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return new Newcomer(id, TestTokens.ofSubject(id.toString()));
    }

    public RequestSpecification asks() {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
