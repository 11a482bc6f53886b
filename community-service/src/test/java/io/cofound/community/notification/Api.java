package io.cofound.community.notification;

import java.util.UUID;

import io.cofound.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;

import static io.restassured.RestAssured.given;

/** The API as one member uses it. */
record Api(UUID member) {

    RequestSpecification request() {
        return given().auth()
                .oauth2(TestTokens.ofSubject(member.toString()))
                .contentType(ContentType.JSON)
                .basePath("/api/v1/me");
    }

    JsonPath notifications() {
        return read("/notifications");
    }

    JsonPath digests() {
        return read("/digests");
    }

    JsonPath read(String path) {
        return request().get(path).then().statusCode(200).extract().jsonPath();
    }

    /** One kind; all others go back to their default. */
    void prefer(String kind, boolean inApp, boolean live, boolean digest) {
        request()
                .body("{\"kinds\": {\"%s\": {\"inApp\": %s, \"live\": %s, \"digest\": %s}}}"
                        .formatted(kind, inApp, live, digest))
                .put("/notification-preferences")
                .then()
                .statusCode(200);
    }
}
