package io.cofound.e2e;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What a service's database answers, for tests that look into it. */
final class Rows {

    private Rows() {}

    /** The first column. */
    static List<String> of(Cofound cofound, String service, String sql) {
        Connection database = cofound.database(service);
        List<String> values = new ArrayList<>();
        synchronized (database) {
            try (var statement = database.createStatement();
                    var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
                return values;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Null where there is no row. */
    static String value(Cofound cofound, String service, String sql) {
        List<String> values = of(cofound, service, sql);
        return values.isEmpty() ? null : values.getFirst();
    }
}
