package io.cofound.local.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Speaks to the gateway in the name of the demo people, as any client would. */
final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Answers that change by themselves: a service hears of a new community or member a moment later, one that restarts
     * is back soon, and a limit of requests passes.
     */
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(403, 404, 429, 502, 503, 504);

    private final URI api;
    private final HttpClient http;
    private final UnaryOperator<String> signIn;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param api the address that ends with {@code /api/v1/}
     * @param signIn gives an access token for a user
     */
    ApiClient(URI api, HttpClient http, UnaryOperator<String> signIn) {
        this.api = api;
        this.http = http;
        this.signIn = signIn;
    }

    JsonNode get(String user, String path) {
        return send(request(user, path).GET());
    }

    /** Creates a thing once: the same key, on a later run too, is answered with what was created first. */
    JsonNode create(String user, String path, String key, Object body) {
        var idempotencyKey = UUID.nameUUIDFromBytes(("demo/" + user + "/" + key).getBytes());
        return send(request(user, path)
                .header("Idempotency-Key", idempotencyKey.toString())
                .POST(BodyPublishers.ofByteArray(bytes(body))));
    }

    JsonNode put(String user, String path, Object body) {
        return send(request(user, path).PUT(BodyPublishers.ofByteArray(bytes(body))));
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, signIn))
                .header("Content-Type", "application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        var request = builder.build();
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                var response = http.send(request, BodyHandlers.ofByteArray());
                if (response.statusCode() / 100 == 2) {
                    return response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body());
                }
                if (!isWorthAnotherTry(response) || Instant.now().isAfter(deadline)) {
                    throw new RefusedException(response.statusCode(), describe(request, response));
                }
                LockSupport.parkNanos(pause(response).toNanos());
            } catch (IOException e) {
                throw new IllegalStateException("No answer from %s: is everything up?".formatted(request.uri()), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    /** A meetup takes registrations as soon as its texts are judged, which may take longer than the service waits. */
    private static boolean isWorthAnotherTry(HttpResponse<byte[]> response) {
        return WORTH_ANOTHER_TRY.contains(response.statusCode())
                || response.statusCode() == 409
                        && new String(response.body(), StandardCharsets.UTF_8).contains(":meetup-pending");
    }

    private static Duration pause(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,2}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ofMillis(300));
    }

    private static String describe(HttpRequest request, HttpResponse<byte[]> response) {
        var said = new String(response.body(), StandardCharsets.UTF_8);
        return "%s %s was answered with %d %s".formatted(request.method(), request.uri(), response.statusCode(), said);
    }

    private static byte[] bytes(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON", e);
        }
    }

    /** The API said no, and trying again would not help. */
    static final class RefusedException extends RuntimeException {

        private final int status;

        RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
