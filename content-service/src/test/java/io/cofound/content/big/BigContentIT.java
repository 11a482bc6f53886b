package io.cofound.content.big;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.content.rebuild.RebuildableDocuments;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.cofound.testing.SentStatements;
import io.cofound.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final int PAGES_READ = 200;
    private static final int FAR = 500;
    private static final int LIMIT = 20;
    private static final String TABLES =
            "(post|post_revision|post_counters|feed_post|feed_post_tag|trending_post|comment|comment_revision|reading|bookmark)";
    private static final Pattern WALK = Pattern.compile("Seq Scan on " + TABLES + "\\b");
    private static final Pattern READ = Pattern.compile("(?is)^\\s*(select|with)\\b.*\\b" + TABLES + "\\b.*");

    @Inject
    DataSource database;

    @Inject
    @Any
    Instance<RebuildableDocuments> documents;

    @TestHTTPResource
    URI service;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String token = TestTokens.of(Person.BO);
    private final Latencies latencies = new Latencies();

    @BeforeEach
    void fill() throws Exception {
        new ContentGenerator(database).fill(POSTS, COMMENTS);
    }

    @AfterEach
    void empty() throws Exception {
        new ContentGenerator(database).empty();
    }

    @Test
    void reading_costs_the_same_however_much_there_is_and_walks_through_no_table() throws Throwable {
        latencies.measure("post page, PostgreSQL", i -> get(page(i)));
        writeDocuments();
        latencies.measure("post page, document", i -> get(page(i)));
        Map<String, String> lists = lists();
        awaitTrending();
        for (var list : lists.entrySet()) {
            String far = farPageOf(list.getValue());
            latencies.measure(list.getKey() + ", page 1", i -> get(list.getValue()));
            latencies.measure(list.getKey() + ", far page", i -> get(far));
        }
        List<String> statements = statementsOf(lists.values());
        System.out.printf("%,d posts, %,d comments, %d a page:%n%s%n", POSTS, COMMENTS, LIMIT, latencies);

        for (String list : lists.keySet()) {
            assertThat(latencies.median(list + ", far page"))
                    .as(list)
                    .isLessThanOrEqualTo(2 * latencies.median(list + ", page 1") + 2_000);
        }
        assertThat(statements).hasSizeGreaterThan(2);
        assertThat(SentStatements.plan("select * from post where revision = $1"))
                .as("a walk is seen as one")
                .containsPattern(WALK);
        SoftAssertions plans = new SoftAssertions();
        for (String statement : statements) {
            plans.assertThat(SentStatements.plan(statement)).as(statement).doesNotContainPattern(WALK);
        }
        plans.assertAll();
    }

    private Map<String, String> lists() throws Exception {
        Map<String, String> lists = new LinkedHashMap<>();
        for (String sort : List.of("latest", "trending", "following")) {
            lists.put("feed " + sort, "/feed?sort=" + sort);
            lists.put("feed " + sort + ", unseen first", "/feed?unseen=first&sort=" + sort);
        }
        lists.put("feed latest of a tag", "/feed?tag=tag-7");
        String community = get(page(2)).path("communityId").asText();
        lists.put("posts of a community", "/communities/" + community + "/posts?");
        lists.put("bookmarks", "/me/bookmarks?");
        lists.put("comments", "/posts/" + postId(100) + "/comments?");
        lists.replaceAll((what, path) -> path + "&limit=" + LIMIT);
        return lists;
    }

    /** What is measured is not slowed down by being recorded. */
    private List<String> statementsOf(Iterable<String> lists) {
        return SentStatements.during(() -> {
                    try {
                        get(page(1));
                        get("/posts/" + postId(0));
                        for (String list : lists) {
                            get(next(list, get(list)));
                        }
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .stream()
                .filter(statement -> READ.matcher(statement).matches())
                .toList();
    }

    /** Of the pages that are read here only: by key, a document costs the same among few as among many. */
    private void writeDocuments() throws Throwable {
        var pages = documents.stream()
                .filter(some -> some.collection().equals("post_pages"))
                .findFirst()
                .orElseThrow();
        List<String> keys = IntStream.range(0, PAGES_READ)
                .mapToObj(i -> page(i).substring("/posts/".length()))
                .distinct()
                .toList();
        for (String key : keys) {
            VertxContextSupport.subscribeAndAwait(() -> pages.refresh(List.of(key)));
        }
    }

    /** Of a public community, all over the years. */
    private static String page(int i) {
        int n = (int) ((long) i * 7_919 % POSTS);
        return "/posts/" + postId(n - n % ContentGenerator.COMMUNITIES + n % 60);
    }

    /** As {@code md5(…)::uuid} of PostgreSQL. */
    private static UUID postId(int n) {
        try {
            var bytes = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(("big post" + n).getBytes()));
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Page {@value #FAR}, or the last one there is before. */
    private String farPageOf(String list) throws Exception {
        String far = list;
        for (int page = 1; page < FAR; page++) {
            String next = next(list, get(far));
            if (next.equals(list)) {
                return far;
            }
            far = next;
        }
        return far;
    }

    private static String next(String list, JsonNode page) {
        JsonNode cursor = page.path("nextCursor");
        return cursor.isTextual() ? list + "&cursor=" + cursor.asText() : list;
    }

    private void awaitTrending() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() ->
                        get("/feed?sort=trending&limit=" + LIMIT).path("items").size() == LIMIT);
    }

    private JsonNode get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1" + path))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
