package io.cofound.event;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.contracts.community.Visibility;
import io.cofound.testing.InfrastructureTestResource;
import io.cofound.testing.Person;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import static io.cofound.event.Town.anonymous;
import static io.cofound.event.Town.as;
import static org.assertj.core.api.Assertions.assertThat;

/** Lists cost the same on every page and however much there is: an index in the right order, nothing sorted or scanned. */
@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "event"))
class QueryPlanIT {

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void lists_are_read_from_an_index_in_its_order() throws SQLException {
        UUID community = Town.community(Visibility.PUBLIC);
        String meetup = Town.meetup(community, 1);
        Town.meetup(community, 1);
        fill();

        try (Connection connection = simpleConnection()) {
            String meetups = Town.meetupsOf(community) + "?limit=1";
            String next = anonymous().get(meetups).path("nextCursor");
            assertThat(next).isNotNull();
            assertIndexOnly(connection, "meetup", "ends_at>", "meetup_by_start");
            anonymous().get(meetups + "&cursor=" + next).then().statusCode(200);
            assertIndexOnly(connection, "meetup", "(m1_0.starts_at,m1_0.id)>", "meetup_by_start");
            anonymous().get(meetups + "&when=PAST").then().statusCode(200);
            assertIndexOnly(connection, "meetup", "order by m1_0.starts_at desc", "meetup_by_start");

            String registrations = meetup + "/registrations";
            as(Person.ADA).get(registrations).then().statusCode(200);
            assertIndexOnly(
                    connection, "registration", "order by r1_0.registered_at,r1_0.id", "registration_by_arrival");
            as(Person.ADA).get(registrations + "?state=WAITLISTED").then().statusCode(200);
            assertIndexOnly(connection, "registration", "r1_0.state=", "registration_in_line");
        }
    }

    /** Plans the statement that the service last sent, as PostgreSQL shows it, for any parameters. */
    private static void assertIndexOnly(Connection connection, String table, String part, String index)
            throws SQLException {
        String sql = lastStatement(connection, table, part);
        StringBuilder plan = new StringBuilder();
        try (Statement explain = connection.createStatement();
                ResultSet lines = explain.executeQuery("explain (generic_plan) " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        assertThat(plan.toString())
                .as(sql)
                .contains(index)
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    private static String lastStatement(Connection connection, String table, String part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select query from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                  and query like 'select %' and position(? in query) > 0 and position(? in query) > 0
                order by query_start desc limit 1""")) {
            select.setString(1, " from " + table + " ");
            select.setString(2, part);
            try (ResultSet found = select.executeQuery()) {
                assertThat(found.next()).as("a query with " + part).isTrue();
                return found.getString(1);
            }
        }
    }

    /** PostgreSQL plans a statement without its parameters only when it comes by the simple protocol. */
    private Connection simpleConnection() throws SQLException {
        return DriverManager.getConnection(url + "?preferQueryMode=simple", user, password);
    }

    /** Enough of other communities and of other meetups that the planner has a choice. */
    private void fill() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into community select gen_random_uuid(), 1, 'PUBLIC' from generate_series(1, 50)""");
            statement.execute("""
                    insert into meetup select gen_random_uuid(), 1, c.id, c.id, 'Filler', '', 'ONLINE',
                        now() + n * interval '1 hour', now() + (n + 1) * interval '1 hour', 'UTC', 'PUBLISHED',
                        now(), now(), 100, 100, 0, now()
                    from community c, generate_series(-100, 100) n where c.revision = 1""");
            statement.execute("""
                    update meetup set shown_revision = 1, shown_title = title, shown_description = description
                    where title = 'Filler'""");
            statement.execute("""
                    insert into registration select gen_random_uuid(), 1, m.id, gen_random_uuid(), s.state,
                        now() + n * interval '1 second', now()
                    from (select id from meetup where title = 'Filler' limit 300) m, generate_series(1, 60) n,
                        (values ('CONFIRMED'), ('WAITLISTED')) s (state)""");
            statement.execute("analyze meetup");
            statement.execute("analyze registration");
        }
    }
}
