package io.cofound.e2e;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Counters against a recount, after 20,000 things that members did at once and at random while content-service was killed
 * again and again. {@code mvn -f e2e/pom.xml verify -Dit.test=CountersE2E -Dleft.out=} runs it; CountersIT is its short
 * version.
 */
@WholeStack
@Tag("prove")
class CountersE2E {

    private static final String SERVICE = "content-service";
    private static final long SEED = 20_261_123;
    private static final int OPERATIONS = Integer.getInteger("counters.operations", 20_000);
    private static final int KILLS = 5;
    private static final int CLIENTS = 24;
    private static final int POSTS = 10;
    private static final List<String> MEMBERS = List.of("ada", "mei", "bo", "chen");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    /** What a counter says and should say, of every post for which that is not the same. */
    private static final String WRONG = """
            select * from (
                select p.id, c.comments,
                    (select count(*) from comment where post_id = p.id and published_number is not null) as commented,
                    c.reactions, (select count(*) from reaction where post_id = p.id) as reacted,
                    c.bookmarks, (select count(*) from bookmark where post_id = p.id) as bookmarked,
                    c.reads, (select count(*) from reading where post_id = p.id) as read
                from post p left join post_counters c on c.post_id = p.id) as counted
            where coalesce(comments, 0) <> commented or coalesce(reactions, 0) <> reacted
                or coalesce(bookmarks, 0) <> bookmarked or coalesce(reads, 0) <> read""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<String> comments = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Cofound cofound;

    CountersE2E(Cofound cofound) {
        this.cofound = cofound;
    }

    @Test
    void counters_equal_a_recount_after_everything_was_done_at_random_while_the_service_was_killed() throws Exception {
        String community = created("ada", "/communities", "{\"name\": \"Counted\", \"moderation\": \"POST\"}");
        MEMBERS.forEach(member -> cofound.as(member)
                .body(Map.of("recommendation", true))
                .put("/me/consents")
                .then()
                .statusCode(200));
        MEMBERS.stream().skip(1).forEach(member -> cofound.as(member)
                .body("{}")
                .post("/communities/" + community + "/members")
                .then()
                .statusCode(201));
        List<String> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            posts.add(created(
                    "ada",
                    "/communities/" + community + "/posts",
                    "{\"type\": \"QUESTION\", \"title\": \"How do you price, part %d\", \"body\": \"By machine or by seat?\"}"
                            .formatted(i)));
        }
        posts.forEach(post -> MEMBERS.forEach(member -> awaitWriter(member, post)));

        doThings(posts);

        assertThat(cofound.stack().restarts(SERVICE)).isGreaterThanOrEqualTo(KILLS);
        assertThat(statuses.get(204).get()).as("answers %s", statuses).isGreaterThan(OPERATIONS / 4);
        cofound.stack().awaitReady(SERVICE);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows(WRONG)).isEmpty());
        assertThat(
                        rows(
                                "select 1 from post_counters where comments > 0 and reactions > 0 and bookmarks > 0 and reads > 0"))
                .as("not counted in vain")
                .isNotEmpty();
    }

    private void doThings(List<String> posts) {
        Random random = new Random(SEED);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 1; i <= OPERATIONS; i++) {
                String member = MEMBERS.get(random.nextInt(MEMBERS.size()));
                String post = "/posts/" + posts.get(random.nextInt(POSTS));
                int kind = random.nextInt(9);
                boolean kill = i % (OPERATIONS / (KILLS + 1)) == 0 && i < OPERATIONS;
                clients.submit(() -> {
                    doOne(member, post, kind);
                    if (kill) {
                        cofound.stack().kill(SERVICE);
                        cofound.stack().awaitReady(SERVICE);
                    }
                    return null;
                });
            }
        }
    }

    /** As a good client does: again, until there is an answer that is not the crash's. */
    private void doOne(String member, String post, int kind) {
        String history = "/me/reading-history" + post.substring("/posts".length());
        String comment = kind == 8 ? comments.poll() : null;
        await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> switch (kind) {
                    case 0 -> answered(member, "PUT", post + "/reactions/LIKE", "");
                    case 1 -> answered(member, "PUT", post + "/reactions/SUPPORT", "");
                    case 2 -> answered(member, "DELETE", post + "/reactions/LIKE", "");
                    case 3 -> answered(member, "PUT", post + "/bookmark", "");
                    case 4 -> answered(member, "DELETE", post + "/bookmark", "");
                    case 5 -> answered(member, "POST", post + "/reads", "{\"dwellSeconds\": 3, \"depth\": 0.5}");
                    case 6 -> answered(member, "DELETE", history, "");
                    case 7 ->
                        answered(
                                member,
                                "POST",
                                post + "/comments",
                                "{\"body\": \"By seat, it is easier to explain.\"}");
                    default -> comment == null || answered("ada", "DELETE", "/comments/" + comment, "");
                });
    }

    /** 429 is an answer: the limit of reads is the service's own. */
    private boolean answered(String member, String method, String path, String body) throws Exception {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(cofound.api("/api/v1" + path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + cofound.token(member))
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        int status = response.statusCode();
        if (status == 401) {
            cofound.signOut(member);
        }
        if (status == 401 || status >= 500) {
            return false;
        }
        statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
        if (status == 201) {
            Matcher id = ID.matcher(response.body());
            if (id.find()) {
                comments.add(id.group(1));
            }
        }
        return true;
    }

    private String created(String person, String path, String body) {
        return cofound.as(person)
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void awaitWriter(String member, String post) {
        await().atMost(PATIENCE).untilAsserted(() -> cofound.as(member)
                .put("/posts/" + post + "/reactions/CURIOUS")
                .then()
                .statusCode(204));
    }

    private List<String> rows(String sql) throws SQLException {
        Connection database = cofound.database("content");
        List<String> rows = new ArrayList<>();
        synchronized (database) {
            try (var statement = database.createStatement();
                    ResultSet result = statement.executeQuery("select t::text from (" + sql + ") as t")) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
        }
        return rows;
    }
}
