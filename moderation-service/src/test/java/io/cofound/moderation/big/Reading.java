package io.cofound.moderation.big;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What PostgreSQL reads to carry a statement out. What it writes is undone.
 *
 * @param rows of tables, also those that it then leaves aside
 * @param pages of tables and indexes, each as often as it is touched
 * @param walks tables that it reads from end to end
 */
record Reading(long rows, long pages, double millis, List<String> walks, String plan) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param before what is there for the statement alone; null for nothing
     * @param values of the parameters, as SQL
     */
    static Reading of(DataSource database, String before, String statement, String... values) throws SQLException {
        try (Connection connection = database.getConnection();
                var session = connection.createStatement()) {
            session.execute("begin");
            try {
                if (before != null) {
                    session.execute(before);
                }
                session.execute("prepare asked as " + statement.replaceAll("\\?(\\d)", "\\$$1"));
                String call = "execute asked" + (values.length == 0 ? "" : "(" + String.join(", ", values) + ")");
                session.execute("savepoint fresh");
                explain(session, call);
                session.execute("rollback to savepoint fresh");
                return explain(session, call);
            } finally {
                session.execute("rollback");
                session.execute("deallocate all");
            }
        }
    }

    /** The first time warms up what is read, and only the second one counts. */
    private static Reading explain(Statement session, String call) throws SQLException {
        try (var lines = session.executeQuery("explain (analyze, buffers, format json) " + call)) {
            lines.next();
            JsonNode explained = JSON.readTree(lines.getString(1)).get(0);
            JsonNode plan = explained.get("Plan");
            List<JsonNode> scans = plan.findParents("Relation Name");
            return new Reading(
                    scans.stream().mapToLong(Reading::rows).sum(),
                    plan.path("Shared Hit Blocks").asLong()
                            + plan.path("Shared Read Blocks").asLong(),
                    explained.path("Execution Time").asDouble(),
                    scans.stream()
                            .filter(scan -> scan.path("Node Type").asText().equals("Seq Scan"))
                            .map(scan -> scan.path("Relation Name").asText())
                            .toList(),
                    plan.toPrettyString());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static long rows(JsonNode scan) {
        double each = scan.path("Actual Rows").asDouble()
                + scan.path("Rows Removed by Filter").asDouble()
                + scan.path("Rows Removed by Index Recheck").asDouble();
        return Math.round(each * scan.path("Actual Loops").asDouble());
    }
}
