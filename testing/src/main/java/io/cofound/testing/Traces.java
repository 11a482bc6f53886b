package io.cofound.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.cofound.contracts.Topics;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What a service keeps and has told, read past it: for tests of what must be nowhere any more. */
public final class Traces {

    private Traces() {}

    /** Every row of every table but the migrations', as {@code table: row}; the row's text holds arrays and JSON, too. */
    public static List<String> rows(DataSource database) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            List<String> tables = strings(connection, """
                    select table_name from information_schema.tables where table_schema = 'public'
                    and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'""");
            for (String table : tables) {
                strings(connection, "select t::text from \"%s\" t".formatted(table))
                        .forEach(row -> rows.add(table + ": " + row));
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Tables and columns that hold the value, as {@code table.column}, whatever their type. */
    public static List<String> inTables(DataSource database, String value) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            List<String> columns = strings(connection, """
                    select table_name || '.' || column_name from information_schema.columns
                    where table_schema = 'public'""");
            for (String column : columns) {
                String[] names = column.split("\\.");
                String sql = "select from \"%s\" where position(? in \"%s\"::text) > 0 limit 1"
                        .formatted(names[0], names[1]);
                try (var select = connection.prepareStatement(sql)) {
                    select.setString(1, value);
                    if (select.executeQuery().next()) {
                        found.add(column);
                    }
                }
            }
        }
        return found;
    }

    /**
     * What compaction leaves of topics, the last record of each key, as {@code topic/key: value}, and every dead letter,
     * which nothing compacts. By one reader, since each takes a while to connect.
     */
    public static List<String> records(List<String> topics) {
        Map<String, String> left = new HashMap<>();
        try (var reader = new TopicReader(topics)) {
            reader.records().forEach(record -> {
                String value = record.value() == null ? null : new String(record.value(), UTF_8);
                boolean isLetter = record.topic().endsWith(".dlq");
                left.put(
                        record.topic() + "/" + (isLetter ? record.partition() + "-" + record.offset() : record.key()),
                        "%s/%s: %s".formatted(record.topic(), record.key(), value));
            });
        }
        return List.copyOf(left.values());
    }

    /** Every topic there is, dead letters too. */
    public static List<String> topics() {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                .toList();
    }

    /** Topics, dead letters too, that keep the value; a tombstone's key does not count. */
    public static List<String> inTopics(String value) {
        return records(topics()).stream()
                .filter(record -> record.substring(record.indexOf(": ")).contains(value))
                .map(record -> record.substring(0, record.indexOf('/')))
                .distinct()
                .toList();
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                strings.add(result.getString(1));
            }
        }
        return strings;
    }
}
