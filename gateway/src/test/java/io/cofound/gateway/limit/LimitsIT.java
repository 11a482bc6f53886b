package io.cofound.gateway.limit;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.TrustChanged;
import io.cofound.gateway.BehindTheDoor;
import io.cofound.gateway.RawHttp;
import io.cofound.gateway.StandIns;
import io.cofound.testing.Publisher;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

@QuarkusTest
@BehindTheDoor
class LimitsIT {

    private static final int LIMIT = 256 << 10;
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    URI gateway;

    @Test
    void aBodyAsLargeAsItMayBePasses() {
        given().header("Content-Type", "text/plain")
                .body("x".repeat(LIMIT))
                .post("/api/v1/posts/7/comments")
                .then()
                .statusCode(200)
                .body("length", equalTo(LIMIT));
    }

    @Test
    void aLargeBodyIsRefusedBeforeAServiceHearsOfIt() {
        // Given
        int before = StandIns.received();

        // When
        given().header("Content-Type", "text/plain")
                .body("x".repeat(10 << 20))
                .post("/api/v1/posts/7/comments")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:cofound:problem:body-too-large"))
                .body("limit", equalTo(LIMIT));

        // Then
        assertThat(StandIns.received()).isEqualTo(before);
    }

    @Test
    void theConnectionCanBeUsedAgainAfterALargeBody() {
        // Given
        String large = "POST /api/v1/posts/7/comments HTTP/1.1\r\nHost: test\r\nContent-Length: 10485760\r\n\r\n"
                + "x".repeat(10 << 20);

        // When
        try (RawHttp client = new RawHttp(gateway).send(large)) {
            String refused = client.readUntil("body-too-large");
            String next = client.send("GET /api/v1/feed HTTP/1.1\r\nHost: test\r\n\r\n")
                    .readUntil("\"service\"");

            // Then
            assertThat(refused).startsWith("HTTP/1.1 413");
            assertThat(next).contains("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatGrowsTooLargeIsRefusedWhileItStreams() {
        // Given
        String chunk = "10000\r\n" + "x".repeat(1 << 16) + "\r\n";
        String start = "POST /api/v1/posts/7/comments HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked\r\n\r\n";

        // When five chunks of 64 KiB and no end of it are sent
        try (RawHttp client = new RawHttp(gateway).send(start + chunk.repeat(5))) {

            // Then
            assertThat(client.readUntil("body-too-large"))
                    .startsWith("HTTP/1.1 413")
                    .contains(PROBLEM);
        }
    }

    @Test
    void largeHeadersAreRefused() {
        given().header("X-Large", "x".repeat(20 << 10))
                .get("/api/v1/feed")
                .then()
                .statusCode(431)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:cofound:problem:headers-too-large"));
    }

    @Test
    void everyAnswerSaysWhatIsLeft() {
        // Given
        String token = TestTokens.ofSubject(UUID.randomUUID().toString());

        // Then
        get(token)
                .header("RateLimit-Limit", "1200")
                .header("RateLimit-Remaining", "1199")
                .header("RateLimit-Reset", "1")
                .header("RateLimit-Policy", "1200;w=60");
    }

    @Test
    void aMemberWhoWritesTooMuchIsStoppedAndMayStillRead() {
        // Given
        String token = TestTokens.ofSubject(UUID.randomUUID().toString());
        for (int i = 0; i < StandIns.MEMBER_WRITES; i++) {
            put(token).statusCode(200);
        }

        // When
        put(token)

                // Then
                .statusCode(429)
                .contentType(PROBLEM)
                .header("RateLimit-Remaining", "0")
                .header("Retry-After", Integer::parseInt, greaterThanOrEqualTo(1))
                .body("type", equalTo("urn:cofound:problem:too-many-requests"));
        get(token).statusCode(200);
        put(TestTokens.ofSubject(UUID.randomUUID().toString())).statusCode(200);
    }

    @Test
    void whoIsTrustedMayDoMoreAndWhoIsNoLongerMayNot() {
        // Given
        UUID member = UUID.randomUUID();
        String token = TestTokens.ofSubject(member.toString());
        get(token).header("RateLimit-Limit", "1200");
        try (Publisher publisher = new Publisher()) {

            // When
            publisher.publish(new TrustChanged(member, 1, 4, 0, Instant.now()));

            // Then
            Awaitility.await("level 4").untilAsserted(() -> get(token).header("RateLimit-Limit", "2400"));

            // When
            publisher.publish(new TrustChanged(member, 2, 1, 4, Instant.now()));

            // Then
            Awaitility.await("level 1").untilAsserted(() -> get(token).header("RateLimit-Limit", "1500"));
        }
    }

    @Test
    void browsersOfKnownOriginsMayCall() {
        given().header("Origin", "http://localhost:3000")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "authorization,if-match")
                .options("/api/v1/posts/7")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "http://localhost:3000");
        given().header("Origin", "http://elsewhere.example")
                .get("/api/v1/feed")
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void answersSayHowBrowsersHaveToTreatThem() {
        given().get("/api/v1/feed")
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    private static ValidatableResponse put(String token) {
        return given().header("Authorization", "Bearer " + token)
                .put("/api/v1/posts/7/bookmark")
                .then();
    }

    private static ValidatableResponse get(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/v1/feed")
                .then();
    }
}
