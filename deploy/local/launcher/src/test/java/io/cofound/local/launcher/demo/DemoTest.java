package io.cofound.local.launcher.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoTest {

    private record Call(String method, String path, String token, String key, JsonNode body) {}

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Call> calls = new ArrayList<>();
    private Function<Call, Integer> status = call -> call.method().equals("POST") ? 201 : 200;
    private HttpServer gateway;

    @BeforeEach
    void startGateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/api/v1/", this::answer);
        gateway.start();
    }

    @AfterEach
    void stopGateway() {
        http.close();
        gateway.stop(0);
    }

    @Test
    void fillsInABilingualCommunity() {
        // When
        fillIn(TODAY);

        // Then
        assertThat(posted("/api/v1/communities")).hasSize(4);
        assertThat(posted("/api/v1/communities/.+/posts"))
                .hasSize(24)
                .extracting(call -> call.body().path("type").asText())
                .contains("NEWS", "TECH_SHARE", "CASE_STUDY", "QUESTION", "SHOWCASE");
        assertThat(posted("/api/v1/communities/.+/events")).hasSize(5);
        assertThat(posted("/api/v1/opportunities"))
                .hasSize(14)
                .extracting(call -> call.body().path("kind").asText())
                .contains("NEED", "OFFER");
        assertThat(posted("/api/v1/communities/.+/posts"))
                .filteredOn(call -> isChinese(call.body().path("title").asText()))
                .hasSizeBetween(10, 14);
    }

    @Test
    void everyoneActsInTheOwnName() {
        // When
        fillIn(TODAY);

        // Then
        assertThat(calls).extracting(Call::token).contains("Bearer ada", "Bearer mei", "Bearer bo", "Bearer olga");
        assertThat(calls)
                .filteredOn(call -> call.path().endsWith("/me") && call.method().equals("GET"))
                .hasSize(6);
    }

    @Test
    void everyAuthorIsAMember() {
        for (var community : DemoContent.read().communities()) {
            var members = new ArrayList<>(community.members());
            members.add(community.founder());
            assertThat(members)
                    .doesNotHaveDuplicates()
                    .containsAll(community.posts().stream()
                            .map(DemoContent.Post::author)
                            .toList())
                    .containsAll(community.meetups().stream()
                            .map(DemoContent.Meetup::host)
                            .toList());
        }
    }

    @Test
    void aSecondRunCreatesNothingAnew() {
        // When
        fillIn(TODAY);
        var first = keys();
        calls.clear();
        fillIn(TODAY.plusDays(1));

        // Then
        assertThat(first).doesNotHaveDuplicates().hasSize(4 + 17 + 24 + 5 + 14);
        assertThat(keys()).isEqualTo(first);
    }

    @Test
    void theMeetupsAreAhead() {
        // When
        fillIn(TODAY);

        // Then
        assertThat(posted("/api/v1/communities/.+/events")).allSatisfy(call -> {
            var startsAt = Instant.parse(call.body().path("startsAt").asText());
            assertThat(startsAt).isAfter("2026-12-01T00:00:00Z");
            assertThat(Instant.parse(call.body().path("endsAt").asText())).isAfter(startsAt);
        });
    }

    @Test
    void waitsForWhatAServiceHasNotHeardOfYet() {
        // Given: the first post is refused until it is tried a third time
        status = call -> call.path().endsWith("/posts")
                        && posted("/api/v1/communities/.+/posts").size() < 3
                ? 403
                : 201;

        // When
        fillIn(TODAY);

        // Then
        assertThat(posted("/api/v1/communities/.+/posts")).hasSize(24 + 2);
    }

    @Test
    void aMemberWhoJoinedBeforeIsFine() {
        // Given
        status = call -> call.path().endsWith("/members") ? 409 : 201;

        // When
        fillIn(TODAY);

        // Then
        assertThat(posted("/api/v1/opportunities")).hasSize(14);
    }

    @Test
    void aRealRefusalStopsWithTheReason() {
        // Given
        status = call -> call.path().endsWith("/posts") ? 400 : 201;

        // When, Then
        assertThatThrownBy(() -> fillIn(TODAY)).hasMessageContaining("/posts").hasMessageContaining("400");
    }

    private void fillIn(LocalDate today) {
        var address = URI.create(
                "http://127.0.0.1:%d/api/v1/".formatted(gateway.getAddress().getPort()));
        new Demo(DemoContent.read(), new ApiClient(address, http, user -> user), today, line -> {}).fillIn();
    }

    private List<Call> posted(String path) {
        return calls.stream()
                .filter(call -> call.method().equals("POST") && call.path().matches(path))
                .toList();
    }

    private List<String> keys() {
        return calls.stream().map(Call::key).filter(key -> key != null).toList();
    }

    private static boolean isChinese(String text) {
        return text.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var call = new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers.getFirst("Authorization"),
                headers.getFirst("Idempotency-Key"),
                new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
        calls.add(call);
        var body = "{\"id\":\"thing-%d\"}".formatted(calls.size()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status.apply(call), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
