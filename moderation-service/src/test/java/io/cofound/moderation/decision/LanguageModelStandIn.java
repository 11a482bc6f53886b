package io.cofound.moderation.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An OpenAI-compatible endpoint that behaves as badly as it is told to. */
public class LanguageModelStandIn implements QuarkusTestResourceLifecycleManager {

    enum Behaviour {
        SPAM,
        SLOW,
        FAILS,
        OVERLOADED,
        NONSENSE,
        MALICIOUS,
        HTML,
        HUGE
    }

    static volatile Behaviour behaviour = Behaviour.SPAM;
    static final Queue<String> REQUESTS = new ConcurrentLinkedQueue<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HUGE_BYTES = 10_000_000;

    private final CountDownLatch stopping = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/chat/completions", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return Map.of(
                "OPENAI_API_KEY",
                "stand-in",
                "OPENAI_BASE_URL",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
                "OPENAI_TIMEOUT",
                "700ms",
                "cofound.moderation.opinion.time-limit",
                "2s",
                "cofound.moderation.review.lease",
                "4s",
                "cofound.moderation.review.look-after",
                "300ms");
    }

    @Override
    public void stop() {
        stopping.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        REQUESTS.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        switch (behaviour) {
            case SPAM -> send(exchange, 200, completion("{\"label\":\"SPAM\",\"confidence\":0.95,\"evidence\":\"\"}"));
            case SLOW -> {
                waitLong();
                send(exchange, 200, completion("{\"label\":\"OK\",\"confidence\":1,\"evidence\":\"\"}"));
            }
            case FAILS -> send(exchange, 500, "{\"error\":{\"message\":\"out of order\"}}");
            case OVERLOADED -> send(exchange, 429, "{\"error\":{\"message\":\"slow down\"}}");
            case NONSENSE -> send(exchange, 200, completion("I think it is fine :)"));
            case MALICIOUS ->
                send(exchange, 200, completion("{\"label\":\"DELETE_ALL\",\"action\":\"BAN\",\"confidence\":9}"));
            case HTML -> send(exchange, 200, "<html><body>Sign in to the Wi-Fi</body></html>");
            case HUGE -> send(exchange, 200, completion("x".repeat(HUGE_BYTES)));
        }
    }

    private void waitLong() {
        try {
            stopping.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String completion(String content) throws IOException {
        return JSON.writeValueAsString(Map.of(
                "id",
                "1",
                "object",
                "chat.completion",
                "created",
                1,
                "model",
                "stand-in",
                "choices",
                java.util.List.of(Map.of(
                        "index",
                        0,
                        "finish_reason",
                        "stop",
                        "message",
                        Map.of("role", "assistant", "content", content))),
                "usage",
                Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2)));
    }

    private static void send(HttpExchange exchange, int status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            // The client has given up, as it should.
        }
    }
}
