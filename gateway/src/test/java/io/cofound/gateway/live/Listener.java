package io.cofound.gateway.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** A client of the live stream that keeps the lines it received. */
final class Listener implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private volatile boolean ended;

    Listener(URI gateway, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/api/v1/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        response = client.send(request, HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(this::listen);
    }

    HttpResponse<?> response() {
        return response;
    }

    List<String> lines() {
        return lines;
    }

    void awaitLine(String part) {
        Awaitility.await(part).atMost(Duration.ofSeconds(20)).until(() -> lines.stream()
                .anyMatch(line -> line.contains(part)));
    }

    void awaitEnd() {
        Awaitility.await("end").atMost(Duration.ofSeconds(20)).until(() -> ended);
    }

    boolean heard(String part) {
        return lines.stream().anyMatch(line -> line.contains(part));
    }

    private void listen() {
        try (Stream<String> received = response.body()) {
            received.forEach(lines::add);
        } catch (java.io.UncheckedIOException closed) {
            lines.add("closed");
        }
        ended = true;
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
