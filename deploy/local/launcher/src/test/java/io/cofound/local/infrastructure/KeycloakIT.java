package io.cofound.local.infrastructure;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeycloakIT {

    @TempDir
    private static Path dataFolder;

    private static LocalInfrastructure infrastructure;

    @BeforeAll
    static void startKeycloak() {
        infrastructure = LocalInfrastructure.start(dataFolder, Ports.free(), Part.KEYCLOAK);
    }

    @AfterAll
    static void stopKeycloak() {
        infrastructure.close();
    }

    @ParameterizedTest
    @CsvSource({"mo,moderator", "olga,operator"})
    void aTokenCarriesTheRolesThatServicesCheck(String username, String role) throws Exception {
        var claims = claimsOf(signIn(username, username));

        assertThat(claims.path("roles")).extracting(JsonNode::asText).containsExactly(role);
        assertThat(claims.at("/realm_access/roles"))
                .extracting(JsonNode::asText)
                .containsExactly(role);
    }

    @ParameterizedTest
    @CsvSource({"ada,Ada Morgan,en", "mei,梅 林,zh-CN", "bo,Bo Larsen,en", "chen,晨 陈,zh-CN"})
    void aTokenTellsWhoAMemberIs(String username, String name, String locale) throws Exception {
        var claims = claimsOf(signIn(username, username));

        assertThat(claims.path("iss").asText()).isEqualTo(new Keycloak(dataFolder, infrastructure.ports()).issuer());
        assertThat(claims.path("aud").asText()).isEqualTo("cofound-api");
        assertThat(UUID.fromString(claims.path("sub").asText()).version()).isEqualTo(7);
        assertThat(claims.path("preferred_username").asText()).isEqualTo(username);
        assertThat(claims.path("name").asText()).isEqualTo(name);
        assertThat(claims.path("locale").asText()).isEqualTo(locale);
        assertThat(claims.path("email_verified").asBoolean()).isTrue();
        assertThat(claims.has("roles")).isFalse();
    }

    @Test
    void aWrongPasswordIsRefused() throws Exception {
        assertThat(signIn("ada", "wrong").body()).contains("invalid_grant").doesNotContain("access_token");
    }

    private static HttpResponse<String> signIn(String username, String password)
            throws IOException, InterruptedException {
        var address = "http://127.0.0.1:%d/realms/cofound/protocol/openid-connect/token"
                .formatted(infrastructure.ports().keycloak());
        var form = "grant_type=password&client_id=cofound-cli&scope=openid&username=%s&password=%s"
                .formatted(username, password);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static JsonNode claimsOf(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        var json = new ObjectMapper();
        var token = json.readTree(answer.body()).path("access_token").asText();
        return json.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
