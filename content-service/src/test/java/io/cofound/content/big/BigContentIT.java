package io.cofound.content.big;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/**
 * What is promised of reading is measured on {@code -Dcontent.posts=200000 -Dcontent.comments=1000000 -Dleft.out=}. That
 * the statements of each feature use an index is checked in the gate by its own test of plans.
 */
@Tag("prove")
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class BigContentIT {

    private static final int POSTS = Integer.getInteger("content.posts", 5_000);
    private static final int COMMENTS = Integer.getInteger("content.comments", 25_000);
    private static final int ROUNDS = 200;
    private static final int FAR = 500;
    private static final int PAGE = Math.min(20, POSTS / 2 / FAR);
    private static final Pattern BIG = Pattern.compile(
            "Seq Scan on (post|post_revision|post_counters|feed_post|feed_post_tag|trending_post|comment|comment_revision|reading|bookmark)\\b");
    private static final Pattern READ = Pattern.compile(
            "(?is)^\\s*(select|with)\\b.*\\b(post|post_revision|post_counters|feed_post|feed_post_tag|trending_post|comment|comment_revision|reading|bookmark)\\b.*");

    @Inject
    DataSource database;

    private final Map<String, long[]> micros = new TreeMap<>();
    private final Set<String> statements = new ConcurrentSkipListSet<>();
    private final Logger sql = Logger.getLogger("org.hibernate.SQL");
    private final Handler recorder = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            statements.add(entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void fill() throws SQLException {
        new ContentGenerator(database).fill(POSTS, COMMENTS);
    }

    @AfterEach
    void empty() throws SQLException {
        new ContentGenerator(database).empty();
    }

    @Test
    void reading_costs_the_same_however_much_there_is_and_walks_through_no_table() throws SQLException {
        measure("post page, PostgreSQL", i -> page(i));
        Duration rebuilt = rebuild();
        measure("post page, document", i -> page(i));
        awaitTrending();
        Map<String, String> lists = new LinkedHashMap<>();
        for (String sort : List.of("latest", "trending", "following")) {
            lists.put("feed " + sort, "/api/v1/feed?sort=" + sort);
            lists.put("feed " + sort + ", unseen first", "/api/v1/feed?unseen=first&sort=" + sort);
        }
        lists.put("feed latest of a tag", "/api/v1/feed?tag=tag-7");
        lists.put("posts of a community", "/api/v1/communities/" + page(2).path("communityId") + "/posts");
        lists.put("bookmarks", "/api/v1/me/bookmarks");
        lists.put("comments", "/api/v1/posts/" + postId(100) + "/comments");
        lists.forEach((what, path) -> {
            String far = cursorFarIn(path);
            measure(what + ", page 1", i -> list(path, null));
            measure(what + ", far page", i -> list(path, far));
        });
        record(lists.values());

        print(rebuilt);

        lists.keySet().forEach(what -> assertThat(median(what + ", far page"))
                .as(what)
                .isLessThanOrEqualTo(2 * median(what + ", page 1") + 2_000));
        assertThat(statements).hasSizeGreaterThan(2);
        assertThat(BIG.matcher(explain("select * from post where revision = $1"))
                        .find())
                .as("a walk is seen as one")
                .isTrue();
        SoftAssertions plans = new SoftAssertions();
        for (String statement : statements) {
            plans.assertThat(explain(statement)).as(statement).doesNotContainPattern(BIG);
        }
        plans.assertAll();
    }

    /** What is measured is not slowed down by being recorded. */
    private void record(Collection<String> lists) {
        Level before = sql.getLevel();
        boolean shown = sql.getUseParentHandlers();
        sql.setLevel(Level.FINE);
        sql.setUseParentHandlers(false);
        sql.addHandler(recorder);
        try {
            page(1);
            lists.forEach(path -> list(path, list(path, null).path("nextCursor")));
            page(2);
        } finally {
            sql.removeHandler(recorder);
            sql.setUseParentHandlers(shown);
            sql.setLevel(before);
        }
        statements.removeIf(statement -> !READ.matcher(statement).matches());
    }

    /** Of a public community, all over the years. */
    private Response page(int i) {
        int n = (int) ((long) i * 7_919 % POSTS);
        int inPublic = n - n % ContentGenerator.COMMUNITIES + n % 60;
        return as(Person.BO).get("/api/v1/posts/" + postId(inPublic));
    }

    private static UUID postId(int n) {
        try {
            byte[] hash = java.security.MessageDigest.getInstance("MD5").digest(("big post" + n).getBytes());
            var bytes = java.nio.ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Response list(String path, String cursor) {
        var request = as(Person.BO).queryParam("limit", PAGE);
        return (cursor == null ? request : request.queryParam("cursor", cursor)).get(path);
    }

    /** The cursor of page {@value #FAR}, or of the last page there is before. */
    private static String cursorFarIn(String path) {
        String cursor = null;
        for (int page = 1; page < FAR; page++) {
            String next = list(path, cursor).then().statusCode(200).extract().path("nextCursor");
            if (next == null) {
                return cursor;
            }
            cursor = next;
        }
        return cursor;
    }

    private static void awaitTrending() {
        Awaitility.await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> list("/api/v1/feed?sort=trending", null)
                .then()
                .body("items.size()", equalTo(PAGE)));
    }

    private static Duration rebuild() {
        String rebuilds = "/api/v1/operations/documents/post_pages/rebuilds";
        long start = System.nanoTime();
        as(Person.OLGA).post(rebuilds).then().statusCode(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60 + POSTS / 100))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> as(Person.OLGA).get(rebuilds).then().body("state", equalTo("DONE")));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private interface Call {
        Response of(int i);
    }

    private void measure(String what, Call call) {
        IntStream.range(0, ROUNDS / 4).forEach(i -> call.of(i).then().statusCode(200));
        long[] taken = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            call.of(i).then().statusCode(200);
            taken[i] = (System.nanoTime() - start) / 1_000;
        }
        java.util.Arrays.sort(taken);
        micros.put(what, taken);
    }

    private long median(String what) {
        return micros.get(what)[ROUNDS / 2];
    }

    private void print(Duration rebuilt) {
        List<String> lines = new ArrayList<>();
        micros.forEach((what, taken) -> lines.add("  %-40s p50 %6.1f ms   p95 %6.1f ms"
                .formatted(what, taken[ROUNDS / 2] / 1_000.0, taken[ROUNDS * 95 / 100] / 1_000.0)));
        System.out.printf(
                "%,d posts, %,d comments, %d a page, one caller, with the client's own time:%n%s%n  rebuilding all pages %d s%n",
                POSTS, COMMENTS, PAGE, String.join("\n", lines), rebuilt.toSeconds());
    }

    /** Inside a function, since the driver would want values for the statement's parameters. */
    private String explain(String statement) throws SQLException {
        String limited = statement.replaceAll("fetch first \\S+ rows only", "limit 21");
        try (Connection connection = database.getConnection();
                var session = connection.createStatement()) {
            session.execute("""
                    create or replace function pg_temp.plan_of(statement text) returns setof text language plpgsql as
                    $$ begin return query execute 'explain (generic_plan) ' || statement; end $$""");
            StringBuilder plan = new StringBuilder();
            try (var explain = connection.prepareStatement("select pg_temp.plan_of(?)")) {
                explain.setString(1, limited);
                ResultSet lines = explain.executeQuery();
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }
}
