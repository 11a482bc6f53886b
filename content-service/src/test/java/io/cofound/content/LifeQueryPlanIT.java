package io.cofound.content;

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

/** The very statements that lists of drafts and series send, explained over tables where a scan would hurt. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class LifeQueryPlanIT {

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

    @AfterEach
    void stopRecording() {
        sql.removeHandler(recorder);
        sql.setLevel(null);
        scenario.close();
    }

    @Test
    void lists_read_a_range_of_an_index_on_every_page() throws SQLException {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        scenario.posted(Person.ADA, community, "When this is answered, the community is known here");
        fill(community);
        String series = "/api/v1/communities/" + community + "/series";

        assertIndexed("draft", "draft_of_author", as(Person.ADA), "/api/v1/me/drafts");
        assertIndexed("series", "series_of_community", given(), series);
        assertIndexed("series", "series_of_kind", given(), series + "?kind=SERIES");
        assertIndexed("series_start", "series_started", as(Person.BO), "/api/v1/me/series");
    }

    /** The round that looks for due drafts sends it by itself. */
    @Test
    void drafts_that_are_due_are_found_by_their_index_among_many_that_are_not() throws SQLException {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.POST);
        scenario.posted(Person.ADA, community, "Known here");
        fill(community);

        org.awaitility.Awaitility.await().until(() -> statements.stream().anyMatch(LifeQueryPlanIT::looksForDueDrafts));

        assertThat(explain(statements.stream()
                        .filter(LifeQueryPlanIT::looksForDueDrafts)
                        .findFirst()
                        .orElseThrow()))
                .contains(" draft_due ")
                .doesNotContain("Seq Scan", "Sort");
    }

    private static boolean looksForDueDrafts(String statement) {
        return statement.contains("from draft ") && statement.contains("publish_at<=");
    }

    private void assertIndexed(String table, String index, RequestSpecification reader, String path)
            throws SQLException {
        String cursor = null;
        for (int page = 1; page <= 2; page++) {
            if (cursor != null) {
                reader.queryParam("cursor", cursor);
            }
            statements.clear();
            cursor = reader.get(path).then().statusCode(200).extract().path("nextCursor");
            assertThat(cursor).as("there is another page").isNotNull();
            List<String> lists = statements.stream()
                    .filter(statement -> statement.contains("from " + table + " "))
                    .filter(statement -> !looksForDueDrafts(statement) && statement.contains("order by"))
                    .toList();
            assertThat(lists).as(path).hasSize(1);
            assertThat(explain(lists.getFirst()))
                    .as(path + ", page " + page)
                    .contains(" " + index + " ")
                    .doesNotContain("Seq Scan on " + table + " ", "Sort");
        }
    }

    /** Inside a function, since the driver would want values for the statement's parameters. */
    private String explain(String statement) throws SQLException {
        String limited =
                statement.replaceAll("fetch first \\S+ rows only", "limit 21").replaceAll("limit \\$\\d+", "limit 21");
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

    /** In twenty communities, by ten members; the series begun by as many. */
    private void fill(UUID community) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table place as
                    select i, case i when 0 then '%s' else gen_random_uuid() end as id from generate_series(0, 19) i""".formatted(community));
            statement.execute("""
                    create temporary table person as
                    select i, case i when 0 then '%s' when 1 then '%s' else gen_random_uuid() end as id
                    from generate_series(0, 9) i""".formatted(Person.ADA.id(), Person.BO.id()));
            statement.execute("insert into member select id, 0, 'Somebody' from person on conflict do nothing");
            statement.execute("insert into community select id, 1, 'PUBLIC', 'PRE' from place where i > 0");
            statement.execute("""
                    insert into draft (id, community_id, author_id, revision, title, tags, created_at, changed_at,
                        publish_at)
                    select gen_random_uuid(), place.id, person.id, 1, 'One of many', '{}',
                        now() - n * interval '1 minute', now(),
                        case n % 4 when 0 then now() + n * interval '1 hour' end
                    from generate_series(1, 10000) n join place on place.i = n % 20 join person on person.i = n / 20 % 10""");
            statement.execute("""
                    with new_series as (
                        insert into series (id, community_id, creator_id, revision, kind, title, description, goals,
                            created_at, changed_at)
                        select gen_random_uuid(), place.id, person.id, 1, (array['SERIES', 'LEARNING_PATH'])[1 + n / 20 % 2],
                            'One of many', '', '{}', now() - n * interval '1 minute', now()
                        from generate_series(1, 10000) n join place on place.i = n % 20
                            join person on person.i = n / 40 % 10
                        returning id, created_at)
                    insert into series_start
                    select person.id, new_series.id, new_series.created_at from new_series, person where person.i < 4""");
            statement.execute("analyze");
            // The connection goes back to the pool with all that is temporary.
            statement.execute("drop table place, person");
        }
    }
}
