package io.cofound.content.counter;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.content.Participant;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counters against a recount, after members did things at once and at random while the connections of the database
 * broke. The long version, in which the service itself is killed, is CountersE2E.
 */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class CountersIT {

    private static final long SEED = 20_261_123;
    private static final int OPERATIONS = 2_000;
    private static final int CLIENTS = 32;
    private static final int MEMBERS = 12;
    private static final int POSTS = 8;
    private static final int BREAK_EVERY = 250;

    /** What a counter says and should say, of every post for which that is not the same. */
    private static final String WRONG = """
            select * from (
                select p.id, c.reactions, (select count(*) from reaction where post_id = p.id) as reacted,
                    c.bookmarks, (select count(*) from bookmark where post_id = p.id) as bookmarked,
                    c.reads, (select count(*) from reading where post_id = p.id) as read
                from post p left join post_counters c on c.post_id = p.id) as counted
            where coalesce(reactions, 0) <> reacted or coalesce(bookmarks, 0) <> bookmarked or coalesce(reads, 0) <> read""";

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI service;

    private final ContentScenario scenario = new ContentScenario();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void counters_equal_a_recount_after_members_did_things_at_random_while_connections_broke() throws Exception {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        List<UUID> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            posts.add(scenario.posted(Person.ADA, community, "Counted " + i));
        }
        List<Participant> members = new ArrayList<>();
        for (int i = 0; i < MEMBERS; i++) {
            members.add(
                    new Participant(scenario).consents(true).joined(community, CommunityRole.MEMBER, posts.getFirst()));
        }
        members.forEach(this::awaitConsent);
        Random random = new Random(SEED);
        AtomicInteger broken = new AtomicInteger();

        try (Connection killer = database.getConnection();
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 1; i <= OPERATIONS; i++) {
                HttpRequest operation = operation(
                        members.get(random.nextInt(MEMBERS)), posts.get(random.nextInt(POSTS)), random.nextInt(7));
                boolean breakNow = i % BREAK_EVERY == 0;
                clients.submit(() -> {
                    count(operation);
                    if (breakNow) {
                        broken.addAndGet(breakConnections(killer));
                    }
                    return null;
                });
            }
        }

        assertThat(broken.get()).as("connections broken").isPositive();
        assertThat(statuses.get(204).get()).as("answers %s", statuses).isGreaterThan(OPERATIONS / 2);
        assertThat(statuses.getOrDefault(500, new AtomicInteger()).get())
                .as("no more than what was in work when connections broke, of %s", statuses)
                .isLessThan(OPERATIONS / 10);
        assertThat(statuses.keySet()).as("answers %s", statuses).isSubsetOf(204, 404, 429, 500, 503);
        Awaitility.await("everything counted").ignoreExceptions().untilAsserted(() -> assertThat(rows(WRONG))
                .isEmpty());
        assertThat(rows("select 1 from post_counters where reactions > 0 and bookmarks > 0 and reads > 0"))
                .as("not counted in vain")
                .isNotEmpty();
    }

    private HttpRequest operation(Participant member, UUID post, int kind) {
        String path = "/api/v1/posts/" + post;
        return switch (kind) {
            case 0 -> request(member, "PUT", path + "/reactions/LIKE", "");
            case 1 -> request(member, "PUT", path + "/reactions/SUPPORT", "");
            case 2 -> request(member, "DELETE", path + "/reactions/LIKE", "");
            case 3 -> request(member, "PUT", path + "/bookmark", "");
            case 4 -> request(member, "DELETE", path + "/bookmark", "");
            case 5 -> request(member, "POST", path + "/reads", "{\"dwellSeconds\": 3, \"depth\": 0.5}");
            default -> request(member, "DELETE", "/api/v1/me/reading-history/" + post, "");
        };
    }

    private HttpRequest request(Participant member, String method, String path, String body) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + member.token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private void count(HttpRequest operation) throws Exception {
        int status = client.send(operation, BodyHandlers.discarding()).statusCode();
        statuses.computeIfAbsent(status, any -> new AtomicInteger()).incrementAndGet();
    }

    /** All of the service's but the one that this is said over. */
    private static synchronized int breakConnections(Connection killer) throws SQLException {
        try (var statement = killer.createStatement();
                ResultSet ended = statement.executeQuery("""
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()""")) {
            ended.next();
            return ended.getInt(1);
        }
    }

    private void awaitConsent(Participant member) {
        Awaitility.await("consent").until(() -> !rows("select 1 from reading_consent where given and member_id = '%s'"
                        .formatted(member.id))
                .isEmpty());
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select t::text from (" + sql + ") as t")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }
}
