package io.cofound.community.member;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.cofound.community.Somebody;
import io.cofound.testing.InfrastructureTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

@QuarkusTest
@QuarkusTestResource(
        value = InfrastructureTestResource.class,
        initArgs = @ResourceArg(name = "service", value = "community"))
class SearchTermsMigrationIT {

    @Inject
    DataSource database;

    @Inject
    Flyway flyway;

    @Test
    void members_from_before_are_found_after_the_next_start() throws SQLException {
        Somebody old = Somebody.arrives();
        old.presents("""
                {"displayName": "Methuselah", "headline": "Antediluvian", "about": "Silurian", "language": "en",
                 "skills": ["ai"], "visibility": {"headline": "NOBODY"}}""");
        execute("update member set search_terms = '{}', visibility = null where id = '%s'".formatted(old.id()));
        old.does().get("/api/v1/members?q=methuselah").then().body("items", empty());

        execute("update flyway_schema_history set checksum = 0 where description = 'member search terms'");
        flyway.migrate();

        old.does()
                .get("/api/v1/members?q=methuselah silurian antediluvian&skill=ai")
                .then()
                .body("items.id", contains(old.id().toString()));
    }

    @Test
    void it_has_run_before_the_service_answers() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "select success from flyway_schema_history where description = 'member search terms'")) {
            assertThat(found.next()).isTrue();
            assertThat(found.getBoolean(1)).isTrue();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
