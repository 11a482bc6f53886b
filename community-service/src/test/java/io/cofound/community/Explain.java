package io.cofound.community;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import jakarta.enterprise.inject.spi.CDI;

/** Asks PostgreSQL how it would run a statement of the service, in the very words that the service sends. */
public final class Explain {

    private static final Pattern PARAMETER = Pattern.compile("[?$](\\d+)");

    private Explain() {}

    /** Fills tables and the like, then tells the planner what is in them. */
    public static void prepare(String... statements) throws SQLException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("analyze");
        }
    }

    /**
     * @param sql with parameters as {@code ?1} or {@code $1}
     * @param parameters in the order of their numbers; instants and arrays of strings as they are
     * @return the plan, one node a line
     */
    public static String plan(String sql, Object... parameters) throws SQLException {
        List<Integer> numbers = new ArrayList<>();
        Matcher found = PARAMETER.matcher(sql);
        while (found.find()) {
            numbers.add(Integer.parseInt(found.group(1)));
        }
        try (Connection connection = database().getConnection();
                PreparedStatement explain = connection.prepareStatement("explain " + found.replaceAll("?"))) {
            for (int i = 0; i < numbers.size(); i++) {
                explain.setObject(i + 1, value(connection, parameters[numbers.get(i) - 1]));
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explain.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static Object value(Connection connection, Object parameter) throws SQLException {
        if (parameter instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        return parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter;
    }

    private static DataSource database() {
        return CDI.current().select(DataSource.class).get();
    }
}
