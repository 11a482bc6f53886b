package io.cofound.content.post;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.content.ContentScenario;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The very statements that lists send, explained over a table that is large enough for a scan to hurt. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class QueryPlanIT {

    /** So many that what the other tests leave in the tables does not make a page of a community seem most of it. */
    private static final int POSTS = 100_000;

    private static final String SCAN = "Seq Scan on post";
    private static final String SORT = "Sort";

    @Inject
    DataSource database;

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
    void record() {
        sql.setLevel(Level.FINE);
        sql.addHandler(recorder);
    }

    /** So many rows would change the plans and the work of other tests, of which none needs what another wrote. */
    @AfterEach
    void empty() throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("truncate post cascade");
            statement.execute("vacuum analyze");
        }
    }

    @AfterEach
    void stopRecording() {
        sql.removeHandler(recorder);
        sql.setLevel(null);
        scenario.close();
    }

    @Test
    void lists_read_a_range_of_an_index_on_every_page_with_as_many_statements_as_for_one_post() throws SQLException {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        scenario.posted(Person.ADA, community, "When this is answered, the community is known here");
        fill(community);
        String posts = "/api/v1/communities/" + community + "/posts";

        assertIndexed("post_of_community", given(), posts, SCAN, SORT);
        assertIndexed("post_by_state", as(Person.ADA), posts + "?state=HELD", SCAN, SORT);
        assertIndexed("post_pinned", given(), posts + "?pinned=true", SCAN);
        // One author's are few: the planner may as well fetch them all and sort.
        assertIndexed("post_of_author", as(Person.BO), posts + "?state=HELD", SCAN);
    }

    private void assertIndexed(String index, RequestSpecification reader, String path, String... unwanted)
            throws SQLException {
        String cursor = null;
        for (int page = 1; page <= 2; page++) {
            if (cursor != null) {
                reader.queryParam("cursor", cursor);
            }
            statements.clear();
            cursor = reader.get(path).then().statusCode(200).extract().path("nextCursor");
            List<String> lists = statements.stream()
                    .filter(statement -> statement.contains("from post "))
                    .toList();
            assertThat(lists).as(path).hasSize(1);
            assertThat(explain(lists.getFirst()))
                    .as(path + ", page " + page)
                    .contains(" " + index + " ")
                    .doesNotContain(unwanted);
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

    /** In twenty communities, every fourth of them hidden; half of the posts held; by Ada and by Bo in turn. */
    private void fill(UUID community) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into member values ('%s', 0, 'Bo') on conflict do nothing".formatted(Person.BO.id()));
            statement.execute("""
                    create temporary table place as
                    select i, case i when 0 then '%s' else gen_random_uuid() end as id from generate_series(0, 19) i""".formatted(community));
            statement.execute("""
                    insert into community
                    select id, 1, case i % 4 when 3 then 'HIDDEN' else 'PUBLIC' end, 'PRE' from place where i > 0""");
            // No feed is looked at here.
            statement.execute("alter table post disable trigger user");
            statement.execute("""
                    with new_post as (
                        insert into post (id, community_id, author_id, state, revision, published_revision, shared,
                            created_at, published_at)
                        select gen_random_uuid(), place.id, (array['%s', '%s'])[1 + n / 2 %% 2]::uuid,
                            (array['PUBLISHED', 'HELD'])[1 + n %% 2], 1, case n %% 2 when 0 then 1 end, false,
                            now() - n * interval '1 minute', case n %% 2 when 0 then now() - n * interval '1 minute' end
                        from generate_series(1, %d) n join place on place.i = n / 8 %% 20
                        returning id, created_at)
                    insert into post_revision (id, post_id, number, type, title, body, tags, language, published,
                        submitted_at)
                    select gen_random_uuid(), id, 1, 'NEWS', 'One of many', 'Body', '{}', 'en', true, created_at
                    from new_post""".formatted(Person.ADA.id(), Person.BO.id(), POSTS));
            statement.execute("alter table post enable trigger user");
            statement.execute("analyze");
        }
    }
}
