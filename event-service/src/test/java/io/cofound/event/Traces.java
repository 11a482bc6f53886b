package io.cofound.event;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import io.cofound.contracts.Topics;
import io.cofound.testing.InfrastructureTestResource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import static java.util.stream.Collectors.toCollection;

/** Whatever this service keeps and has told, in every table and topic there is, read past the service. */
@Singleton
class Traces {

    private final DataSource database;

    Traces(DataSource database) {
        this.database = database;
    }

    /** All of it at this moment: each place, with what lies there. */
    List<String> now() {
        return Stream.concat(rows().stream(), records().stream()).toList();
    }

    /** Every place where it is found now. */
    Set<String> of(String value) {
        return now().stream().filter(trace -> trace.contains(value)).collect(toCollection(TreeSet::new));
    }

    /** @param pathOrId which they hold; of a path the last part */
    Set<String> rowsOf(String table, String pathOrId) {
        Set<String> rows = of(pathOrId.substring(pathOrId.lastIndexOf('/') + 1));
        rows.removeIf(trace -> !trace.startsWith(table + ":"));
        return rows;
    }

    /** What the topic says last under a key, empty if it says nothing, ending with null for a tombstone. */
    String last(String topic, String pathOrId) {
        String key = topic + "/" + pathOrId.substring(pathOrId.lastIndexOf('/') + 1) + ":";
        return of(key).stream().findFirst().orElse("");
    }

    /** As text, which holds every column, arrays and JSON too. */
    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet result = statement.executeQuery("select t::text from \"%s\" t".formatted(table))) {
                    while (result.next()) {
                        rows.add(table + ": " + result.getString(1));
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }

    /** What compaction leaves of the topics, and every dead letter, which nothing compacts. */
    private static List<String> records() {
        List<String> letters = new ArrayList<>();
        Map<String, String> last = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(broker(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = Topics.ALL.stream()
                    .flatMap(topic -> Stream.of(topic.name(), topic.deadLetters()))
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    String told = "%s/%s: %s".formatted(record.topic(), record.key(), record.value());
                    last.put(record.topic() + "/" + record.key(), told);
                    if (record.topic().endsWith(".dlq")) {
                        letters.add(told);
                    }
                });
            }
        }
        letters.addAll(last.values());
        return letters;
    }

    private static Map<String, Object> broker() {
        return Map.of(
                "bootstrap.servers",
                InfrastructureTestResource.infrastructure().environment("event").get("KAFKA_BOOTSTRAP_SERVERS"),
                "auto.offset.reset",
                "earliest");
    }
}
