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
import java.util.concurrent.atomic.AtomicInteger;

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
        HUGE,
        /** A byte now and then, for ever. */
        DRIPS,
        /** The beginning of an answer and nothing more. */
        STOPS_HALFWAY,
        /** Bytes as fast as they go, for ever. */
        ENDLESS,
        WRONG_SCHEMA,
        OUT_OF_RANGE,
        REDIRECTS,
        /** Does what the text asks for. */
        OBEYS,
        /** Each of the others in turn. */
        MIXED
    }

    static volatile Behaviour behaviour = Behaviour.SPAM;
    /** Connections of answers that would not end, which the client closed. */
    static final AtomicInteger CLOSED = new AtomicInteger();

    static final Queue<String> REQUESTS = new ConcurrentLinkedQueue<>();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HUGE_BYTES = 10_000_000;
    private static final byte[] BEGINNING = "{\"choices\": [".getBytes(UTF_8);
    private static final AtomicInteger TURN = new AtomicInteger();

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
                "cofound.moderation.opinion.time-limit",
                "1500ms",
                // Other tests write the same texts as the same people on purpose.
                "cofound.moderation.flood.by-one-author",
                "40",
                "cofound.moderation.review.workers",
                "8",
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
        switch (behaviour == Behaviour.MIXED ? next() : behaviour) {
            case MIXED -> throw new IllegalStateException("is one of the others");
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
            case DRIPS -> stream(exchange, 50);
            case STOPS_HALFWAY -> stream(exchange, 60_000);
            case ENDLESS -> stream(exchange, 0);
            case WRONG_SCHEMA -> send(exchange, 200, completion("{\"verdict\":\"fine\",\"label\":[\"OK\"]}"));
            case OUT_OF_RANGE -> send(exchange, 200, completion("{\"label\":\"OK\",\"confidence\":-7}"));
            case REDIRECTS -> {
                exchange.getResponseHeaders().set("Location", "/v1/elsewhere");
                send(exchange, 307, "");
            }
            case OBEYS -> send(exchange, 200, completion("{\"label\":\"OK\",\"confidence\":1,\"evidence\":\"\"}"));
        }
    }

    private static Behaviour next() {
        Behaviour[] all = Behaviour.values();
        return all[Math.floorMod(TURN.getAndIncrement(), all.length - 1)];
    }

    /** Until the client closes the connection, or the tests are over. */
    private void stream(HttpExchange exchange, int pauseMillis) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(BEGINNING);
            exchange.getResponseBody().flush();
            while (!stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        } catch (IOException e) {
            CLOSED.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
