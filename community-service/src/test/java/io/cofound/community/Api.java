package io.cofound.community;

import java.util.UUID;

import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** The service as its clients use it. */
public final class Api {

    private Api() {}

    public static RequestSpecification as(Person person) {
        return given().auth().oauth2(TestTokens.of(person)).contentType(ContentType.JSON);
    }

    public static RequestSpecification as(UUID memberId) {
        return given().auth().oauth2(TestTokens.ofSubject(memberId.toString())).contentType(ContentType.JSON);
    }

    /** Somebody who has signed in and belongs to nothing. */
    public static UUID newcomer() {
        UUID id = UUID.randomUUID();
        as(id).get("/api/v1/me").then().statusCode(200);
        return id;
    }

    /** @return the path of the community, such as {@code /api/v1/communities/…} */
    public static String found(UUID owner, String fields) {
        String id = as(owner)
                .body("{\"name\": \"Shenzhen makers\"%s}".formatted(fields.isEmpty() ? "" : ", " + fields))
                .post("/api/v1/communities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/api/v1/communities/" + id;
    }

    public static UUID idOf(String community) {
        return UUID.fromString(community.substring(community.lastIndexOf('/') + 1));
    }

    public static ValidatableResponse join(UUID memberId, String community) {
        return as(memberId).post(community + "/members").then();
    }

    public static ValidatableResponse join(UUID memberId, String community, String code) {
        return as(memberId)
                .body("{\"invitation\": \"%s\"}".formatted(code))
                .post(community + "/members")
                .then();
    }

    /** Somebody new who belongs to an open community. */
    public static UUID memberOf(String community) {
        UUID id = UUID.randomUUID();
        join(id, community).statusCode(201);
        return id;
    }

    /** Somebody new with a role, given by the owner. */
    public static UUID memberOf(String community, UUID owner, String role) {
        UUID id = memberOf(community);
        assign(owner, community, id, role).statusCode(200);
        return id;
    }

    public static ValidatableResponse assign(UUID actor, String community, UUID memberId, String role) {
        return as(actor)
                .body("{\"role\": \"%s\"}".formatted(role))
                .put(community + "/members/" + memberId)
                .then();
    }

    public static ValidatableResponse ban(UUID actor, String community, UUID memberId, String fields) {
        return as(actor)
                .body("{%s}".formatted(fields))
                .put(community + "/bans/" + memberId)
                .then();
    }

    public static ValidatableResponse handOver(UUID owner, String community, UUID memberId) {
        return as(owner)
                .body("{\"memberId\": \"%s\"}".formatted(memberId))
                .put(community + "/owner")
                .then();
    }

    /** @return the code */
    public static String invite(UUID maker, String community, String fields) {
        return as(maker)
                .body("{%s}".formatted(fields))
                .post(community + "/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    public static String problem(String slug) {
        return "urn:cofound:problem:" + slug;
    }
}
