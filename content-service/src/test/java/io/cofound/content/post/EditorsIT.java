package io.cofound.content.post;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static org.assertj.core.api.Assertions.assertThat;

/** Two hundred windows of one author, each with the same text before it, all saved at once; again and again. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class EditorsIT {

    private static final int EDITORS = 200;
    private static final int ROUNDS = 5;
    private static final int CLIENTS = 4;

    private record Answer(String title, HttpResponse<String> response) {}

    private final ContentScenario scenario = new ContentScenario();
    private final List<HttpClient> clients = IntStream.range(0, CLIENTS)
            .mapToObj(i -> HttpClient.newHttpClient())
            .toList();

    @AfterEach
    void close() {
        clients.forEach(HttpClient::close);
        scenario.close();
    }

    @Test
    void one_wins_each_revision_and_the_others_hear_which_is_current() {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.posted(Person.ADA, community, "At the beginning");
        List<String> said = new ArrayList<>(List.of("At the beginning"));

        for (long revision = 1; revision <= ROUNDS; revision++) {
            List<Answer> answers = saveAll(post, revision);
            List<Answer> winners = answers.stream()
                    .filter(answer -> answer.response.statusCode() == 200)
                    .toList();
            assertThat(winners).hasSize(1);
            said.add(winners.getFirst().title);
            long current = revision + 1;
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.response.headers().firstValue("ETag")).contains("\"" + current + "\"");
                if (answer != winners.getFirst()) {
                    assertThat(answer.response.statusCode()).isEqualTo(412);
                    assertThat(JsonPath.from(answer.response.body()).getLong("currentRevision"))
                            .isEqualTo(current);
                }
            });
        }

        assertThat(as(Person.ADA)
                        .get("/api/v1/posts/" + post + "/revisions")
                        .then()
                        .extract()
                        .<List<String>>path("items.title"))
                .isEqualTo(said.reversed());
    }

    private List<Answer> saveAll(UUID post, long revision) {
        String token = TestTokens.of(Person.ADA);
        List<CompletableFuture<Answer>> saved = IntStream.range(0, EDITORS)
                .mapToObj(editor -> {
                    String title = "Editor %d of revision %d".formatted(editor, revision);
                    HttpRequest request = HttpRequest.newBuilder(URI.create(
                                    "%s:%d/api/v1/posts/%s".formatted(RestAssured.baseURI, RestAssured.port, post)))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("If-Match", "\"" + revision + "\"")
                            .method("PATCH", BodyPublishers.ofString("{\"title\": \"%s\"}".formatted(title)))
                            .build();
                    return clients.get(editor % CLIENTS)
                            .sendAsync(request, BodyHandlers.ofString())
                            .thenApply(response -> new Answer(title, response));
                })
                .toList();
        return saved.stream().map(CompletableFuture::join).toList();
    }
}
