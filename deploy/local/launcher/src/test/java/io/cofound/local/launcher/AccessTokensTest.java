package io.cofound.local.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AccessTokensTest {

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer provider;
    private String received;
    private int status = 200;
    private String answer = "{\"access_token\":\"abc.def.ghi\",\"expires_in\":300}";

    @BeforeEach
    void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/realms/cofound/protocol/openid-connect/token", exchange -> {
            received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        provider.start();
    }

    @AfterEach
    void stopProvider() {
        http.close();
        provider.stop(0);
    }

    @Test
    void signsInWithUserNameAndPassword() {
        assertThat(tokens().of("ada", "a+d a")).isEqualTo("abc.def.ghi");
        assertThat(received.split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=password", "client_id=cofound-cli", "username=ada", "password=a%2Bd+a");
    }

    @Test
    void aRefusalIsToldInTheProvidersWords() {
        // Given
        status = 401;
        answer = "{\"error\":\"invalid_grant\",\"error_description\":\"Invalid user credentials\"}";

        // When, Then
        assertThatThrownBy(() -> tokens().of("eve", "eve"))
                .hasMessage("eve was not signed in: Invalid user credentials");
    }

    @Test
    void aProviderThatIsNotThereIsSaidSo() {
        // Given
        provider.stop(0);

        // When, Then
        assertThatThrownBy(() -> tokens().of("ada", "ada")).hasMessageContaining("is everything up?");
    }

    private AccessTokens tokens() {
        return new AccessTokens(
                "http://127.0.0.1:%d/realms/cofound"
                        .formatted(provider.getAddress().getPort()),
                http);
    }
}
