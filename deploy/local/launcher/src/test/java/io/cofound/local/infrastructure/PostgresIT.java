package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import io.cofound.local.infrastructure.LocalInfrastructure.Part;
import io.cofound.local.process.ManagedProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresIT {

    @TempDir
    private static Path dataFolder;

    private static LocalInfrastructure infrastructure;

    @BeforeAll
    static void startPostgres() {
        infrastructure = LocalInfrastructure.start(dataFolder, Ports.free(), Part.POSTGRES);
    }

    @AfterAll
    static void stopPostgres() {
        infrastructure.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void commitsAreDurable(String setting) throws SQLException {
        try (var connection = asOwner("content")) {
            assertThat(ask(connection, "SHOW " + setting)).isEqualTo("on");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "content", "event", "matching", "moderation", "keycloak"})
    void eachServiceOwnsItsDatabase(String service) throws SQLException {
        try (var connection = asOwner(service)) {
            change(connection, "CREATE EXTENSION pg_trgm");
            change(connection, "CREATE TABLE own (text text COLLATE unicode)");
            change(connection, "INSERT INTO own VALUES ('创始人 founder')");

            assertThat(ask(connection, "SELECT text FROM own WHERE text % '创始人 founders'"))
                    .isEqualTo("创始人 founder");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "postgres", "template1"})
    void aServiceReachesNoOtherDatabase(String other) {
        var password = new Postgres(dataFolder, infrastructure.ports()).password("content");

        assertThatThrownBy(() -> connect(other, "content", password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThatThrownBy(() -> connect("content", "content", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void committedRowsOutliveTheServer() throws SQLException {
        // Given a committed row and a client that stays
        try (var left = asOwner("event")) {
            change(left, "CREATE TABLE meetup (title text)");
            change(left, "INSERT INTO meetup VALUES ('Founders’ breakfast')");

            // When the server is killed, while what it had started goes on, and it is started again
            infrastructure.process(Part.POSTGRES).kill();
            infrastructure.restart(Part.POSTGRES);
        }

        // Then the row is there
        try (var connection = asOwner("event")) {
            assertThat(ask(connection, "SELECT title FROM meetup")).isEqualTo("Founders’ breakfast");
        }
    }

    @Test
    void anOrphanedServerGivesWay(@TempDir Path otherFolder) throws SQLException {
        // Given a server that nobody looks after any more
        var ports = Ports.free();
        var postgres = new Postgres(otherFolder, ports);
        var orphan = ManagedProcess.start(postgres.spec());
        orphan.awaitReady();

        // When one is started on the same folder
        try (var successor = LocalInfrastructure.start(otherFolder, ports, Part.POSTGRES)) {
            // Then the old one is gone and the new one serves
            assertThat(orphan.isAlive()).isFalse();
            assertThat(successor.process(Part.POSTGRES).pid()).isNotEqualTo(orphan.pid());
            try (var connection = connect(ports, "content", "content", postgres.password("content"))) {
                assertThat(ask(connection, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    private static Connection asOwner(String service) throws SQLException {
        return connect(service, service, new Postgres(dataFolder, infrastructure.ports()).password(service));
    }

    private static Connection connect(String database, String role, String password) throws SQLException {
        return connect(infrastructure.ports(), database, role, password);
    }

    private static Connection connect(Ports ports, String database, String role, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), database), role, password);
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
