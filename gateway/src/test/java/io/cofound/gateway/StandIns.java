package io.cofound.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** Services that tell what they received, or behave as the header {@code Stand-In} asks; moderation is down. */
public final class StandIns implements QuarkusTestResourceLifecycleManager {

    public static final int MEMBER_WRITES = 20;
    public static final int CONNECTIONS = 4;

    private static final List<String> UP = List.of("community", "content", "event", "matching");
    private static final AtomicInteger RECEIVED = new AtomicInteger();
    private static final Map<String, Runnable> WAITING = new ConcurrentHashMap<>();

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        Map<String, String> config = new HashMap<>();
        for (String service : UP) {
            HttpServer server = vertx.createHttpServer().requestHandler(request -> answer(service, request));
            int port = server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join()
                    .actualPort();
            config.put(url(service), "http://127.0.0.1:" + port);
        }
        config.put(url("moderation"), "http://127.0.0.1:" + closedPort());
        config.put("cofound.upstream.time-limit", "2s");
        config.put("cofound.upstream.connections", "" + CONNECTIONS);
        config.put("cofound.upstream.connect-limit", "500ms");
        config.put("cofound.rate-limit.member.write.requests", "" + MEMBER_WRITES);
        // Long enough that nothing is given back while a test runs, however slow the machine.
        config.put("cofound.rate-limit.member.write.per", "1h");
        config.put("cofound.live.heartbeat", "500ms");
        config.put("cofound.openapi.incomplete", "1ms");
        return config;
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Requests that reached any service so far. */
    public static int received() {
        return RECEIVED.get();
    }

    /** Lets an answer that waits in the middle go on. */
    public static void release(String name) {
        WAITING.remove(name).run();
    }

    private static void answer(String service, HttpServerRequest request) {
        RECEIVED.incrementAndGet();
        HttpServerResponse response = request.response();
        String wish = Objects.requireNonNullElse(request.getHeader("Stand-In"), "");
        if (request.path().equals("/q/openapi")) {
            response.end(openApi(service));
            return;
        }
        switch (wish) {
            case "silent" -> request.handler(chunk -> {});
            case "no-content" -> response.setStatusCode(204).end();
            case "not-modified" ->
                response.setStatusCode(304).putHeader("ETag", "\"3\"").end();
            case "created" ->
                response.setStatusCode(201)
                        .putHeader("Location", "http://" + request.authority() + request.path() + "/7")
                        .putHeader("ETag", "\"1\"")
                        .putHeader("Connection", "X-Hop")
                        .putHeader("X-Hop", "1")
                        .end();
            case "problem" ->
                response.setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"type\":\"urn:cofound:problem:its-own\",\"status\":409}");
            case "hang-up" -> request.connection().close();
            case "cut-off" -> {
                response.setChunked(true).write("half of it");
                request.connection().close();
            }
            case "first-chunk" ->
                request.handler(chunk -> {
                    if (!response.ended()) {
                        response.end("received " + chunk.length());
                    }
                });
            default -> {
                if (wish.startsWith("wait:")) {
                    response.setChunked(true).write("first\n");
                    Vertx vertx = Vertx.currentContext().owner();
                    var context = vertx.getOrCreateContext();
                    WAITING.put(wish.substring(5), () -> context.runOnContext(loop -> response.end("second\n")));
                } else {
                    request.body().onSuccess(body -> echo(service, request, body));
                }
            }
        }
    }

    private static void echo(String service, HttpServerRequest request, Buffer body) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("service", service)
                        .put("method", request.method().name())
                        .put("uri", request.uri())
                        .put("headers", headers)
                        .put("length", body.length())
                        .put("hash", body.toString().hashCode())
                        .encode());
    }

    private static String openApi(String service) {
        String path = Map.of(
                        "community", "/api/v1/me",
                        "content", "/api/v1/posts/{id}",
                        "event", "/api/v1/events/{id}",
                        "matching", "/api/v1/opportunities")
                .get(service);
        return """
                {"openapi": "3.1.0", "info": {"title": "%1$s", "version": "1"},
                 "paths": {"%2$s": {"get": {"responses": {"200": {"description": "%1$s"}}}}}}""".formatted(service, path);
    }

    private static String url(String service) {
        return "cofound.routing.services." + service + ".url";
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
