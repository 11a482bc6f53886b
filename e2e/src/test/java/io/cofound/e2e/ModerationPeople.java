package io.cofound.e2e;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.cofound.contracts.moderation.Action;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/**
 * The author, the reporter and the moderators of a community of their own, as good clients: each repeats a request, with
 * the same Idempotency-Key where it takes one, until it is answered.
 */
final class ModerationPeople {

    private static final String AUTHOR = "bo";
    private static final String REPORTER = "chen";
    private static final String OWNER = "ada";
    private static final String MODERATOR = "mo";
    private static final Duration PATIENCE = Duration.ofSeconds(240);

    private final Cofound cofound;
    private final String community;

    ModerationPeople(Cofound cofound, String name) {
        this.cofound = cofound;
        community = repeated(OWNER, List.of(201), request -> request.header("Idempotency-Key", name)
                        .body(Map.of("name", name))
                        .post("/communities"))
                .path("id");
        for (String member : List.of(AUTHOR, REPORTER)) {
            repeated(member, List.of(200, 201), request -> request.header("Idempotency-Key", name)
                    .body("{}")
                    .post("/communities/" + community + "/members"));
        }
    }

    String community() {
        return community;
    }

    /** @return the post */
    UUID act(Step step, UUID post, Story story, int number) {
        switch (step) {
            case SUBMIT -> {
                return submit(story, number);
            }
            case EDIT -> edit(post, number);
            case REPORT -> report(post);
            case RESOLVE -> resolve(OWNER, story.caseToResolve(), post, story.answer(step));
            case APPEAL -> appeal(post);
            case ANSWER -> resolve(MODERATOR, "APPEAL", post, story.answer(step));
            case DECIDE -> throw new IllegalArgumentException("nobody asks for it");
        }
        return post;
    }

    /** Returns when what the step is about is there. */
    void awaitTurn(Step step, UUID post, Story story) {
        awaitRow(
                switch (step) {
                    case EDIT -> "content select id from post where state = 'HELD' and id = '%s'";
                    case REPORT -> "content select id from post where state = 'PUBLISHED' and id = '%s'";
                    case RESOLVE -> caseOf(story.caseToResolve());
                    case APPEAL -> "moderation select id from decision where action = 'REJECT' and subject_id = '%s'";
                    case ANSWER -> caseOf("APPEAL");
                    case SUBMIT, DECIDE -> throw new IllegalArgumentException("" + step);
                },
                post);
    }

    private UUID submit(Story story, int number) {
        Map<String, Object> post = new HashMap<>(
                Map.of("type", "QUESTION", "title", "Post " + number, "body", story.text(number), "tags", List.of()));
        return UUID.fromString(
                repeated(AUTHOR, List.of(201), request -> request.header("Idempotency-Key", community + "-" + number)
                                .body(post)
                                .post("/communities/" + community + "/posts"))
                        .path("id"));
    }

    /** 412 says that it was done before and the answer was lost: nobody else writes to the post. */
    private void edit(UUID post, int number) {
        repeated(AUTHOR, List.of(200, 412), request -> request.header("If-Match", "\"1\"")
                .body(Map.of("body", Story.fitText(number)))
                .patch("/posts/" + post));
    }

    private void report(UUID post) {
        repeated(REPORTER, List.of(200, 201), request -> request.header("Idempotency-Key", "report-" + post)
                .body(Map.of("cause", "SPAM"))
                .post("/posts/" + post + "/reports"));
    }

    private void resolve(String moderator, String kind, UUID post, Action action) {
        String id = awaitRow(caseOf(kind), post);
        repeated(moderator, List.of(200), request -> request.body(
                        Map.of("action", action, "label", action == Action.PUBLISH ? "OK" : "SPAM"))
                .post("/moderation/cases/" + id + "/resolution"));
    }

    private void appeal(UUID post) {
        String decision = awaitRow("moderation select id from decision where subject_id = '%s'", post);
        repeated(AUTHOR, List.of(201), request -> request.header("Idempotency-Key", "appeal-" + post)
                .body(Map.of("text", "It only quotes what others do."))
                .post("/moderation/decisions/" + decision + "/appeals"));
    }

    private static String caseOf(String kind) {
        return "moderation select id from moderation_case where kind = '" + kind + "' and subject_id = '%s'";
    }

    /** @param where a service and a query */
    private String awaitRow(String where, UUID post) {
        String[] parts = where.split(" ", 2);
        return await(where + " " + post)
                .atMost(PATIENCE)
                .until(() -> Rows.value(cofound, parts[0], parts[1].formatted(post)), Objects::nonNull);
    }

    private Response repeated(String person, List<Integer> wanted, Function<RequestSpecification, Response> request) {
        Response[] last = new Response[1];
        try {
            return await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .pollDelay(Duration.ZERO)
                    .ignoreExceptions()
                    .until(
                            () -> {
                                last[0] = request.apply(cofound.as(person).config(impatient()));
                                if (last[0].statusCode() == 401) {
                                    cofound.signOut(person);
                                }
                                return last[0];
                            },
                            answer -> wanted.contains(answer.statusCode()));
        } catch (ConditionTimeoutException e) {
            String answer = last[0] == null ? "nothing" : last[0].statusCode() + last[0].asString();
            throw new AssertionError(person + " was last answered " + answer, e);
        }
    }

    /** Who answers may be held by the test for longer than a client would wait. */
    private static io.restassured.config.RestAssuredConfig impatient() {
        return RestAssured.config()
                .httpClient(HttpClientConfig.httpClientConfig()
                        .setParam("http.connection.timeout", 5_000)
                        .setParam("http.socket.timeout", 30_000));
    }
}
