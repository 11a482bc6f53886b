package io.cofound.community.community;

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

/** How the database carries out the statements that the service really sends, whatever they are. */
final class Explain {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private Explain() {}

    /** The statements sent while the calls are made, without doubles. */
    static List<String> statements(Runnable calls) {
        List<String> statements = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                statements.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = SQL.getLevel();
        boolean shown = SQL.getUseParentHandlers();
        handler.setLevel(Level.ALL);
        SQL.setLevel(Level.ALL);
        SQL.setUseParentHandlers(false);
        SQL.addHandler(handler);
        try {
            calls.run();
        } finally {
            SQL.removeHandler(handler);
            SQL.setUseParentHandlers(shown);
            SQL.setLevel(before);
        }
        return statements.stream().distinct().toList();
    }

    /** The plan for whatever parameters, as PostgreSQL 16 and later makes it. */
    static String plan(String statement) throws SQLException {
        Config config = ConfigProvider.getConfig();
        Properties properties = new Properties();
        properties.put("user", config.getValue("quarkus.datasource.username", String.class));
        properties.put("password", config.getValue("quarkus.datasource.password", String.class));
        // The extended protocol would ask for values of the parameters.
        properties.put("preferQueryMode", "simple");
        try (var connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class), properties);
                var explain = connection.createStatement()) {
            var rows = explain.executeQuery("explain (generic_plan) " + statement);
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
