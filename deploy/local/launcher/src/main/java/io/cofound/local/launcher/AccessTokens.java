package io.cofound.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.local.infrastructure.Ports;

/** Signs the demo people in with user name and password, as only the local realm allows. */
final class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI tokenEndpoint;
    private final HttpClient http;

    /** @param issuer the realm's address */
    AccessTokens(String issuer, HttpClient http) {
        this.tokenEndpoint = URI.create(issuer + "/protocol/openid-connect/token");
        this.http = http;
    }

    /** The local Keycloak, which alone knows the demo people. */
    static String issuer(Ports ports) {
        return "http://localhost:%d/realms/cofound".formatted(ports.keycloak());
    }

    /**
     * A fresh access token.
     *
     * @throws IllegalStateException in one line for people, if the provider cannot be reached or refuses
     */
    String of(String user, String password) {
        var form = Map.of("grant_type", "password", "client_id", "cofound-cli", "username", user, "password", password);
        var request = HttpRequest.newBuilder(tokenEndpoint)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)))
                .build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s was not signed in: %s".formatted(user, reason(response.statusCode(), response.body())));
            }
            return JSON.readTree(response.body()).path("access_token").asText();
        } catch (IOException e) {
            throw new IllegalStateException("No answer from %s: is everything up?".formatted(tokenEndpoint), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String reason(int status, byte[] body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer.path("error_description").asText("status " + status);
        } catch (IOException notJson) {
            return "status " + status;
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
