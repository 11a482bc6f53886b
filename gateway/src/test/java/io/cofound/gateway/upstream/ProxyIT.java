package io.cofound.gateway.upstream;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.cofound.gateway.BehindTheDoor;
import io.cofound.gateway.RawHttp;
import io.cofound.gateway.StandIns;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@BehindTheDoor
class ProxyIT {

    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource
    URI gateway;

    @Test
    void passesARequestOnAsItIs() {
        given().header("Authorization", "Bearer " + TestTokens.of(Person.ADA))
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"3\"")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
                .header("Forwarded", "for=203.0.113.9")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Content-Type", "application/json")
                .body("{\"title\":\"你好\"}")
                .when()
                .urlEncodingEnabled(false)
                .patch("/api/v1/posts/7?q=%E4%BD%A0&tag=a&tag=b")
                .then()
                .statusCode(200)
                .body("service", equalTo("content"))
                .body("method", equalTo("PATCH"))
                .body("uri", equalTo("/api/v1/posts/7?q=%E4%BD%A0&tag=a&tag=b"))
                .body("hash", equalTo("{\"title\":\"你好\"}".hashCode()))
                .body("headers.'idempotency-key'", equalTo("k-1"))
                .body("headers.'if-match'", equalTo("\"3\""))
                .body("headers.host", equalTo(gateway.getAuthority()))
                .body("headers.'x-forwarded-host'", equalTo(gateway.getAuthority()))
                .body("headers.'x-forwarded-proto'", equalTo("http"))
                .body("headers.'x-forwarded-for'", not(equalTo("203.0.113.9")))
                .body("headers.forwarded", nullValue())
                .body("headers.authorization", startsWith("Bearer "))
                .body("headers.traceparent", startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
    }

    @Test
    void passesAnAnswerBackAsItIs() {
        given().header("Stand-In", "created")
                .when()
                .get("/api/v1/events/7")
                .then()
                .statusCode(201)
                .header("Location", "http://" + gateway.getAuthority() + "/api/v1/events/7/7")
                .header("ETag", "\"1\"")
                .header("X-Hop", nullValue());
    }

    @Test
    void aServicesOwnProblemIsLeftAlone() {
        given().header("Stand-In", "problem")
                .when()
                .get("/api/v1/feed")
                .then()
                .statusCode(409)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:cofound:problem:its-own"));
    }

    @Test
    void answersWithoutABodyHaveNone() {
        given().header("Stand-In", "no-content")
                .delete("/api/v1/posts/7")
                .then()
                .statusCode(204)
                .header("Transfer-Encoding", nullValue());
        given().header("Stand-In", "not-modified")
                .get("/api/v1/posts/7")
                .then()
                .statusCode(304)
                .header("ETag", "\"3\"")
                .header("Transfer-Encoding", nullValue());
        given().head("/api/v1/posts/7").then().statusCode(200);
    }

    @Test
    void anAnswerStreamsThrough() throws IOException, InterruptedException {
        // Given
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/posts/7"))
                .header("Stand-In", "wait:answer")
                .build();

        // When
        try (HttpClient client = HttpClient.newHttpClient()) {
            InputStream body = client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
            BufferedReader reader = new BufferedReader(new InputStreamReader(body));
            String first = reader.readLine();
            StandIns.release("answer");

            // Then
            assertThat(first).isEqualTo("first");
            assertThat(reader.readLine()).isEqualTo("second");
            assertThat(reader.readLine()).isNull();
        }
    }

    @Test
    void aBodyStreamsThrough() {
        // Given
        String start = "POST /api/v1/posts/7/comments HTTP/1.1\r\nHost: test\r\nStand-In: first-chunk\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";

        // When the rest of the body is never sent
        try (RawHttp client = new RawHttp(gateway).send(start)) {

            // Then
            assertThat(client.readUntil("received 3")).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyOfUnknownLengthPassesOverHttp2() throws IOException, InterruptedException {
        // Given a connection that has been upgraded
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/v1/feed")).build(),
                    HttpResponse.BodyHandlers.discarding());

            // When
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(gateway.resolve("/api/v1/posts/7/comments"))
                            .POST(HttpRequest.BodyPublishers.ofInputStream(() ->
                                    new ByteArrayInputStream("x".repeat(100_000).getBytes())))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            // Then
            assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(response.body()).contains("\"length\":100000");
        }
    }

    @Test
    void metricsNameThePatternAndNotThePath() {
        // When
        given().get("/api/v1/posts/a-post-of-its-own/revisions").then().statusCode(200);

        // Then
        given().get("/q/metrics")
                .then()
                .body(containsString("uri=\"/api/v1/posts/**\""))
                .body(not(containsString("a-post-of-its-own")));
    }

    @Test
    void aClientThatAsksWhetherToGoOnIsTold() {
        // Given
        String head = "POST /api/v1/posts/7/comments HTTP/1.1\r\nHost: test\r\nExpect: 100-continue\r\n"
                + "Content-Length: 3\r\n\r\n";

        // When
        try (RawHttp client = new RawHttp(gateway).send(head)) {
            String go = client.readUntil("\r\n\r\n");
            String answer = client.send("abc").readUntil("}");

            // Then
            assertThat(go).startsWith("HTTP/1.1 100");
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("expect");
        }
    }

    @Test
    void aServiceThatIsDownIsAProblemThatSaysWhenToTryAgain() {
        given().when()
                .get("/api/v1/moderation/models")
                .then()
                .statusCode(503)
                .contentType(PROBLEM)
                .header("Retry-After", "2")
                .body("type", equalTo("urn:cofound:problem:service-unavailable"));
    }

    @Test
    void aServiceWithoutAFreeConnectionIsAProblemAndOthersAreNotHeldUp() {
        // Given a service that is busy with as many requests as it may get
        int before = StandIns.received();
        HttpRequest silent = HttpRequest.newBuilder(gateway.resolve("/api/v1/search?q=x"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Stand-In", "silent")
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int i = 0; i < StandIns.CONNECTIONS; i++) {
                client.sendAsync(silent, HttpResponse.BodyHandlers.discarding());
            }
            Awaitility.await("busy").until(() -> StandIns.received() == before + StandIns.CONNECTIONS);

            // When
            given().get("/api/v1/search?q=y")

                    // Then
                    .then()
                    .statusCode(503)
                    .contentType(PROBLEM);
            given().get("/api/v1/feed").then().statusCode(200);
        }
    }

    @Test
    void aServiceThatDiesWhileItAnswersIsAProblemToo() {
        given().header("Stand-In", "hang-up")
                .when()
                .get("/api/v1/feed")
                .then()
                .statusCode(503)
                .contentType(PROBLEM);
    }

    @Test
    void halfAnAnswerIsNotTakenForAWholeOne() {
        // Given
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/posts/7"))
                .header("Stand-In", "cut-off")
                .build();

        // Then
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeIsAProblem() {
        given().header("Stand-In", "silent")
                .body("{}")
                .when()
                .post("/api/v1/opportunities")
                .then()
                .statusCode(504)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:cofound:problem:service-too-slow"));
    }

    @Test
    void aClientThatDoesNotSendItsBodyInTimeIsTold() {
        // Given
        String start = "POST /api/v1/posts/7/comments HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\nabc";

        // When the rest is never sent
        try (RawHttp client = new RawHttp(gateway).send(start)) {

            // Then
            assertThat(client.readUntil("request-too-slow")).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aPathThatIsNotInTheTableDoesNotExist() {
        // Given
        int before = StandIns.received();

        // Then
        for (String path :
                new String[] {"/api/v1/nothing", "/api/v1/me/../nothing", "/api/v1/me/%2e%2e/nothing", "/nothing", "/"
                }) {
            given().urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType(PROBLEM)
                    .body("type", equalTo("urn:cofound:problem:path-not-found"));
        }
        assertThat(StandIns.received()).isEqualTo(before);
    }
}
