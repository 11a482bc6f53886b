package io.cofound.content.comment;

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

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.moderation.Action;
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

/** The very statements that lists of comments send, explained over a table that is large enough for a scan to hurt. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class CommentQueryPlanIT {

    private static final int COMMENTS = 20_000;
    private static final String SCAN = "Seq Scan on comment";
    private static final String SORT = "Sort";

    @Inject
    DataSource database;

    private final CommentScenario scenario = new CommentScenario();
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
    void lists_read_a_range_of_an_index_on_every_page_with_as_many_statements_as_for_one_comment() throws SQLException {
        UUID community = scenario.content.community(Visibility.PUBLIC, ModerationMode.POST);
        scenario.content.joined(community, Person.MEI, CommunityRole.MEMBER);
        UUID post = scenario.question(community);
        UUID answered = CommentScenario.said(Person.ADA, post, "Answered often");
        fill(community, post, answered);
        String comments = "/api/v1/posts/" + post + "/comments";

        assertIndexed("comment_of_post", given(), comments, SCAN, SORT);
        assertIndexed("comment_reply", given(), "/api/v1/comments/" + answered + "/replies", SCAN, SORT);
        assertIndexed("comment_by_state", as(Person.ADA), comments + "?state=HELD", SCAN, SORT);
        assertIndexed("comment_of_author_by_state", as(Person.MEI), comments + "?state=HELD", SCAN);
    }

    @Test
    void the_first_replies_of_all_comments_of_a_page_are_one_statement_over_an_index() throws SQLException {
        UUID community = scenario.content.community(Visibility.PUBLIC, ModerationMode.POST);
        UUID post = scenario.question(community);
        for (int i = 0; i < 3; i++) {
            CommentScenario.answered(Person.ADA, post, CommentScenario.said(Person.ADA, post, "Answered"), "Once");
        }
        fill(community, post, CommentScenario.said(Person.ADA, post, "Answered often"));

        statements.clear();
        CommentScenario.thread(post);

        List<String> lateral = statements.stream()
                .filter(statement -> statement.contains("lateral"))
                .toList();
        assertThat(lateral).hasSize(1);
        assertThat(explain(lateral.getFirst())).contains(" comment_reply ").doesNotContain(SCAN);
    }

    @Test
    void members_are_found_by_name_over_an_index() throws SQLException {
        UUID community = scenario.content.community(Visibility.PUBLIC, ModerationMode.PRE);
        UUID post = scenario.question(community);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    with crowd as (
                        insert into member (id, revision, display_name)
                        select gen_random_uuid(), 0, 'Member ' || n from generate_series(1, 20000) n returning id)
                    insert into membership (id, revision, community_id, member_id, role, active)
                    select gen_random_uuid(), 1, '%s', id, 'MEMBER', true from crowd""".formatted(community));
            statement.execute("analyze");
        }
        UUID comment = CommentScenario.said(Person.ADA, post, "@Member 77, are you here?");

        statements.clear();
        scenario.decided(Person.ADA, comment, 1, Action.PUBLISH);

        String byName = statements.stream()
                .filter(statement -> statement.contains("lower("))
                .findFirst()
                .orElseThrow();
        assertThat(explain(byName)).contains(" member_by_name ").doesNotContain("Seq Scan on member ");
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
                    .filter(statement -> statement.contains("from comment ") && statement.contains("fetch first"))
                    .filter(statement -> !statement.contains("lateral"))
                    .toList();
            assertThat(lists).as(path).hasSize(1);
            assertThat(cursor).as(path + ", page " + page).isNotNull();
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

    /** On twenty posts, one of which is the given; a third are held, a third answer the given comment. */
    private void fill(UUID community, UUID post, UUID answered) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop table if exists comment_place");
            statement.execute("""
                    create temporary table comment_place as
                    select i, case i when 0 then '%s' else gen_random_uuid() end as id from generate_series(0, 19) i""".formatted(post));
            statement.execute("""
                    with new_comment as (
                        insert into comment (id, post_id, community_id, author_id, parent_id, level, state, revision,
                            text_number, published_number, created_at, published_at)
                        select gen_random_uuid(), place.id, '%s', (array['%s', '%s'])[1 + n / 60 %% 2]::uuid,
                            case when n %% 3 = 1 then '%s'::uuid end, 1, (array['PUBLISHED', 'PUBLISHED', 'HELD'])[1 + n %% 3],
                            1, 1, case when n %% 3 < 2 then 1 end, now() + n * interval '1 minute', now()
                        from generate_series(1, %d) n join comment_place place on place.i = n / 3 %% 20
                        returning id, created_at)
                    insert into comment_revision (id, comment_id, number, body, language, published, submitted_at)
                    select gen_random_uuid(), id, 1, 'One of many', 'en', true, created_at from new_comment""".formatted(community, Person.ADA.id(), Person.MEI.id(), answered, COMMENTS));
            statement.execute("analyze");
        }
    }
}
