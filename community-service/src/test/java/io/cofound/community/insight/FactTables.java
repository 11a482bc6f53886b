package io.cofound.community.insight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Unremovable;

/** The tables of facts as PostgreSQL sees them. */
@ApplicationScoped
@Unremovable
class FactTables {

    private final AgroalDataSource database;

    FactTables(AgroalDataSource database) {
        this.database = database;
    }

    /** Four other communities with the same facts, and what PostgreSQL needs to know of so many rows. */
    void crowd(UUID community) throws SQLException {
        String others =
                " cross join (select gen_random_uuid() as id from generate_series(1, 4)) other where community_id = '"
                        + community + "'";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "insert into activity select gen_random_uuid(), kind, at, other.id, member_id from activity",
                    "insert into activity_day select other.id, member_id, day, posts, comments, seats, visits"
                            + " from activity_day",
                    "insert into first_activity select other.id, member_id, day from first_activity",
                    "insert into membership_change select gen_random_uuid(), joined, at, other.id, member_id"
                            + " from membership_change",
                    "insert into published_post select gen_random_uuid(), revision, other.id, author_id, question,"
                            + " removed, published_at from published_post")) {
                statement.executeUpdate(sql + others);
            }
            statement.executeUpdate("insert into published_comment select gen_random_uuid(), gen_random_uuid(),"
                    + " author_id, published_at from published_comment cross join generate_series(1, 2)");
            statement.execute("vacuum (analyze) activity, activity_day, first_activity, membership_change,"
                    + " published_post, published_comment, analytics_consent");
        }
    }

    String plan(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("explain " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    long count(String from) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
