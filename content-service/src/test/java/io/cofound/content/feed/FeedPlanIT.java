package io.cofound.content.feed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The very statements that feeds and sitemaps send, explained over tables that are large enough for a scan to hurt. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class FeedPlanIT {

    private static final int POSTS = 20_000;
    private static final Pattern SCAN =
            Pattern.compile("Seq Scan on (post|post_revision|feed_post|feed_post_tag|trending_post|reading|follow)\\b");

    @Inject
    DataSource database;

    @Inject
    Trending trending;

    private final ContentScenario scenario = new ContentScenario();
    private final List<String> statements = new CopyOnWriteArrayList<>();
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
    void record() throws SQLException {
        sql.setLevel(Level.FINE);
        sql.addHandler(recorder);
    }

    /** So many rows would change the plans and the work of other tests, of which none needs what another wrote. */
    @AfterEach
    void empty() throws SQLException {
        execute("truncate post, trending_post cascade");
        execute("delete from follow where followed_id in (select id from writer)");
        execute("drop table place");
        execute("drop table writer");
        execute("vacuum analyze");
    }

    @AfterEach
    void stopRecording() {
        sql.removeHandler(recorder);
        sql.setLevel(null);
        scenario.close();
    }

    @Test
    void feeds_read_ranges_of_indexes_on_every_page() throws Throwable {
        UUID community = scenario.community(Visibility.HIDDEN, ModerationMode.POST);
        FeedMember author = new FeedMember(scenario).joins(community);
        FeedMember reader = new FeedMember(scenario).joins(community);
        reader.follows(author);
        UUID known = author.posts(community, "When this is read, all is known here");
        Awaitility.await().until(() -> reader.feed("sort=following").contains(known));
        fill(community, author.id, reader.id);
        VertxContextSupport.subscribeAndAwait(() -> trending.take(Duration.ZERO));
        execute("analyze");

        for (String sort : List.of("latest", "trending", "following")) {
            for (String filter : List.of("", "&tag=tag3", "&type=NEWS", "&communityId=" + community, "&unseen=first")) {
                assertIndexed(reader, "sort=" + sort + filter);
            }
        }
        assertIndexed(reader, "sort=latest&unseen=first&cursor=" + seen(FeedSort.LATEST, 0));
        assertIndexed(reader, "sort=following&unseen=first&cursor=" + seen(FeedSort.FOLLOWING, 0));
        assertIndexed(reader, "sort=trending&unseen=first&cursor=" + seen(FeedSort.TRENDING, Long.MAX_VALUE - 1));
        for (String path : List.of("/sitemap", "/sitemap/index.xml", "/sitemap/7.xml")) {
            statements.clear();
            reader.as().get("/api/v1" + path).then().statusCode(200);
            assertNoScan(path);
        }
    }

    /** Among what the reader has read, from its start. */
    private static String seen(FeedSort sort, long snapshot) {
        return new FeedCursor(sort, FeedPart.SEEN, Instant.now(), snapshot, 8e15, new UUID(-1, -1)).encode();
    }

    private void assertIndexed(FeedMember reader, String query) throws SQLException {
        statements.clear();
        String cursor = reader.page(query).getString("nextCursor");
        assertNoScan(query);
        if (cursor != null && !query.contains("cursor=")) {
            statements.clear();
            reader.page(query + "&cursor=" + cursor);
            assertNoScan(query + ", page 2");
        }
    }

    private void assertNoScan(String what) throws SQLException {
        List<String> asked = statements.stream()
                .filter(statement ->
                        Stream.of("feed_post", "follow", "from post ").anyMatch(statement::contains))
                // Of the job and the projection, which may run meanwhile.
                .filter(statement ->
                        Stream.of("insert into", "trending_snapshot").noneMatch(statement::contains))
                .toList();
        assertThat(asked).as(what).isNotEmpty();
        for (String statement : asked) {
            assertThat(explain(statement)).as("%s%n%s", what, statement).doesNotContainPattern(SCAN);
        }
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

    /** In forty communities, every fourth of them hidden; by a hundred authors; of the last 28 days; every fifth read. */
    private void fill(UUID community, UUID author, UUID reader) throws SQLException {
        execute("""
                create table place as
                select i, case i when 0 then cast('%s' as uuid) else gen_random_uuid() end as id
                from generate_series(0, 39) i""".formatted(community));
        execute("""
                create table writer as
                select i, case i when 0 then cast('%s' as uuid) else gen_random_uuid() end as id
                from generate_series(0, 99) i""".formatted(author));
        execute("insert into member select id, 1, 'Writer' from writer on conflict do nothing");
        execute("""
                insert into community
                select id, 1, case i % 4 when 3 then 'HIDDEN' else 'PUBLIC' end, 'PRE' from place where i > 0""");
        execute("""
                with new_post as (
                    insert into post (id, community_id, author_id, state, revision, published_revision, shared,
                        created_at, published_at)
                    select gen_random_uuid(), place.id, writer.id, 'PUBLISHED', 1, 1, place.i %% 4 <> 3 and place.i > 0,
                        now() - n * interval '2 minutes', now() - n * interval '2 minutes'
                    from generate_series(1, %d) n join place on place.i = n %% 40 join writer on writer.i = n / 40 %% 100
                    returning id, created_at)
                insert into post_revision (id, post_id, number, type, title, body, tags, language, published, submitted_at)
                select gen_random_uuid(), id, 1, (array['NEWS', 'QUESTION', 'SHOWCASE'])[1 + nth %% 3], 'One of many',
                    'Body', array['tag' || nth %% 50, 'all'], 'en', true, created_at
                from (select id, created_at, row_number() over () as nth from new_post) numbered""".formatted(POSTS));
        execute("""
                insert into follow
                select gen_random_uuid(), 1, case when n < 30 then cast('%1$s' as uuid) else gen_random_uuid() end,
                    writer.id, true, now()
                from generate_series(1, 5000) n join writer on writer.i = n %% 100""".formatted(reader));
        execute("""
                insert into reading (member_id, post_id, readings, dwell_millis, depth, first_read_at, last_read_at,
                    published_at)
                select case when nth %% 50 = 0 then cast('%s' as uuid) else gen_random_uuid() end, post_id,
                    1, 30000, 0.9, now() - interval '1 day', now() - interval '1 day', published_at
                from (select post_id, published_at, row_number() over () as nth from feed_post) numbered""".formatted(reader));
        execute("analyze");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                var session = connection.createStatement()) {
            session.execute(statement);
        }
    }
}
