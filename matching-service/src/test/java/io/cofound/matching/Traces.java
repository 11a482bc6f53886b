package io.cofound.matching;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.cofound.contracts.Topics;
import io.cofound.testing.TopicReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Where values are found that should be nowhere: in any column of any table, or in what a topic keeps for ever. */
final class Traces {

    private Traces() {}

    /** Tables and columns that hold the value, whatever their type. */
    static List<String> inTables(DataSource database, String value) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String[] column : columns(connection)) {
                String sql = "select count(*) from \"%s\" where position(? in \"%s\"::text) > 0"
                        .formatted(column[0], column[1]);
                try (var select = connection.prepareStatement(sql)) {
                    select.setString(1, value);
                    ResultSet result = select.executeQuery();
                    result.next();
                    if (result.getLong(1) > 0) {
                        found.add(column[0] + "." + column[1]);
                    }
                }
            }
        }
        return found;
    }

    /** Topics, dead letters too, in which the last record of some key holds the value. */
    static List<String> inTopics(String value) {
        return Topics.ALL.stream()
                .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                .filter(topic -> isIn(topic, value))
                .toList();
    }

    private static boolean isIn(String topic, String value) {
        Map<String, ConsumerRecord<String, byte[]>> last = new HashMap<>();
        try (var reader = new TopicReader(topic)) {
            reader.records().forEach(record -> last.put(record.key(), record));
        }
        return last.values().stream()
                .anyMatch(record -> record.value() != null && new String(record.value(), UTF_8).contains(value));
    }

    private static List<String[]> columns(Connection connection) throws SQLException {
        List<String[]> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public'""")) {
            while (result.next()) {
                columns.add(new String[] {result.getString(1), result.getString(2)});
            }
        }
        return columns;
    }
}
