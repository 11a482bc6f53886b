package io.cofound.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The statements that a service sends to its database, in its very words, and how the database carries them out. */
public final class SentStatements {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private SentStatements() {}

    /** What is sent while the calls are made, by whomever, each statement once, in the order of its first time. */
    public static List<String> during(Runnable calls) {
        List<String> statements = new CopyOnWriteArrayList<>();
        Handler recorder = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                statements.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = SQL.getLevel();
        boolean shown = SQL.getUseParentHandlers();
        SQL.setLevel(Level.ALL);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(recorder);
        try {
            calls.run();
        } finally {
            SQL.removeHandler(recorder);
            SQL.setUseParentHandlers(shown);
            SQL.setLevel(before);
        }
        return statements.stream().distinct().toList();
    }

    /** The plan for whatever parameters; of a page's length, which is a parameter too, it is said that it is short. */
    public static String plan(String statement) throws SQLException {
        Config config = ConfigProvider.getConfig();
        Properties properties = new Properties();
        properties.put("user", config.getValue("quarkus.datasource.username", String.class));
        properties.put("password", config.getValue("quarkus.datasource.password", String.class));
        // The extended protocol would ask for values of the parameters.
        properties.put("preferQueryMode", "simple");
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class), properties);
                var explain = connection.createStatement();
                var rows = explain.executeQuery(
                        "explain (generic_plan) " + statement.replaceAll("fetch first \\S+ rows only", "limit 21"))) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
