package io.cofound.content.draft;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.cofound.content.ContentScenario.as;
import static org.assertj.core.api.Assertions.assertThat;

/** More drafts at once than one round takes, some of which make no post, and a submission that is cut off. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "content"))
class ScheduledDraftsIT {

    private static final int DUE = 130;

    @Inject
    DataSource database;

    private final ContentScenario scenario = new ContentScenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void every_due_draft_becomes_one_post_and_what_cannot_keeps_nobody_waiting() throws SQLException {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.posted(Person.ADA, community, "When this is answered, the community is known here");

        due(community);

        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(count("select count(*) from draft where community_id = ? and failure is null", community))
                    .isZero();
            // Every third has no body.
            assertThat(count("select count(*) from draft where community_id = ? and failure = 'invalid'", community))
                    .isEqualTo(DUE / 3);
        });
        assertThat(count("select count(*) from post where community_id = ?", community) - 1)
                .isEqualTo(DUE - DUE / 3);
        assertThat(count("""
                        select count(distinct r.title) from post p join post_revision r on r.post_id = p.id
                        where p.community_id = ? and r.title like 'Due %'""", community)).isEqualTo(DUE - DUE / 3);
    }

    /** As a crash would: whatever the transaction did is undone, and the draft is due still. */
    @Test
    void a_submission_that_is_cut_off_left_no_post_and_is_made_up_for() throws Exception {
        UUID community = scenario.community(Visibility.PUBLIC, ModerationMode.PRE);
        scenario.posted(Person.ADA, community, "Known here");
        execute("""
                create or replace function cut_off() returns trigger language plpgsql as
                $$ begin raise exception 'cut off'; end $$""");
        execute("""
                create trigger cut_off before delete on draft for each row
                when (old.title = 'Cut off') execute function cut_off()""");
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into draft (id, community_id, author_id, revision, type, title, body, tags, created_at,
                            changed_at, publish_at)
                        values (gen_random_uuid(), ?, ?, 1, 'NEWS', 'Cut off', 'Body', '{}', now(), now(), now())""")) {
            insert.setObject(1, community);
            insert.setObject(2, Person.ADA.id());
            insert.executeUpdate();
        }

        // Two rounds at least have tried by then.
        Awaitility.await()
                .during(Duration.ofSeconds(11))
                .atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> {
                    assertThat(count("select count(*) from post where community_id = ?", community))
                            .isOne();
                    assertThat(count(
                                    "select count(*) from draft where community_id = ? and failure is null", community))
                            .isOne();
                });
        execute("drop trigger cut_off on draft");

        Awaitility.await().atMost(20, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                        count("select count(*) from draft where community_id = ?", community))
                .isZero());
        as(Person.ADA)
                .get("/api/v1/communities/" + community + "/posts?state=PENDING")
                .then()
                .body("items.title.findAll { it == 'Cut off' }.size()", org.hamcrest.Matchers.equalTo(1));
    }

    private void due(UUID community) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into draft (id, community_id, author_id, revision, type, title, body, tags, created_at,
                            changed_at, publish_at)
                        select gen_random_uuid(), ?, ?, 1, 'NEWS', 'Due ' || n, case n % 3 when 0 then null else 'Body' end,
                            '{}', now(), now(), now() - n * interval '1 second'
                        from generate_series(1, ?) n""")) {
            insert.setObject(1, community);
            insert.setObject(2, Person.ADA.id());
            insert.setInt(3, DUE);
            insert.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql, UUID community) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, community);
            var result = query.executeQuery();
            result.next();
            return result.getLong(1);
        }
    }
}
