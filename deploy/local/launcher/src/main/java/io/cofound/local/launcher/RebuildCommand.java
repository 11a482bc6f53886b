package io.cofound.local.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.local.infrastructure.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rebuild", description = "Writes all documents anew from PostgreSQL while everything runs.")
final class RebuildCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What can be rebuilt. */
    enum Target {
        documents
    }

    @Parameters(paramLabel = "documents")
    private Target target;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var ports = Ports.defaults();
        var documents = URI.create("http://localhost:" + ports.gateway() + "/api/v1/operations/documents");
        try (var http = HttpClient.newHttpClient()) {
            String token = new AccessTokens(AccessTokens.issuer(ports), http).of("olga", "olga");
            for (JsonNode collection :
                    send(http, request(documents, token).GET()).path("items")) {
                URI rebuilds = URI.create(documents + "/" + collection.asText() + "/rebuilds");
                JsonNode rebuild = send(http, request(rebuilds, token).POST(BodyPublishers.noBody()));
                while (!rebuild.path("state").asText().equals("DONE")) {
                    TimeUnit.SECONDS.sleep(1);
                    rebuild = send(http, request(rebuilds, token).GET());
                }
                System.out.printf(
                        "%s: %d rebuilt%n",
                        collection.asText(), rebuild.path("documents").asLong());
            }
        }
        return 0;
    }

    private static HttpRequest.Builder request(URI uri, String token) {
        return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + token);
    }

    private static JsonNode send(HttpClient http, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s answered %d".formatted(response.uri(), response.statusCode()));
        }
        return JSON.readTree(response.body());
    }
}
