package io.cofound.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Everywhere that something may be found again: every table, document, index file, log line and topic. */
final class Traces {

    private static final List<String> SERVICES = List.of("community", "content", "event", "matching", "moderation");

    private final Cofound cofound;
    private final Collection<String> values;
    private final List<String> places = new ArrayList<>();

    private Traces(Cofound cofound, Collection<String> values) {
        this.cofound = cofound;
        this.values = values;
    }

    /** Where any of the values is found, each with its place; empty is good. */
    static List<String> of(Cofound cofound, Collection<String> values) throws SQLException, IOException {
        Traces traces = new Traces(cofound, values);
        traces.searchTables();
        traces.searchDocuments();
        traces.searchFiles();
        traces.searchTopics();
        return traces.places;
    }

    /** Every row of every table as JSON, as {@code service.table: row}. */
    static List<String> rows(Cofound cofound) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (String service : SERVICES) {
            Connection database = cofound.database(service);
            for (String table : tables(database)) {
                try (var statement = database.createStatement();
                        var result = statement.executeQuery("select to_jsonb(t)::text from \"" + table + "\" t")) {
                    while (result.next()) {
                        rows.add(service + "." + table + ": " + result.getString(1));
                    }
                }
            }
        }
        return rows;
    }

    private void searchTables() throws SQLException {
        rows(cofound).forEach(row -> note(row.substring(0, row.indexOf(':')), row));
    }

    private void searchDocuments() {
        try (MongoClient client =
                MongoClients.create(cofound.environment("content").get("MONGODB_URI"))) {
            for (String database : client.listDatabaseNames()) {
                for (String collection : client.getDatabase(database).listCollectionNames()) {
                    client.getDatabase(database)
                            .getCollection(collection)
                            .find()
                            .forEach(document -> note("documents " + database + "." + collection, document.toJson()));
                }
            }
        }
    }

    /** The indexes' own files and the logs, byte by byte. What the stores keep in files is asked of the stores. */
    private void searchFiles() throws IOException {
        for (String folder : List.of("data/services", "logs")) {
            Path root = cofound.folder().resolve(folder);
            if (Files.exists(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        note("file " + cofound.folder().relativize(file), bytes(file));
                    }
                }
            }
        }
    }

    private static String bytes(Path file) throws IOException {
        return Files.exists(file) ? new String(Files.readAllBytes(file), ISO_8859_1) : "";
    }

    private void searchTopics() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cofound.internalListener()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream()
                            .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                    .toList());
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> note(
                                "topic " + record.topic(),
                                new String(record.value() == null ? new byte[0] : record.value(), UTF_8)));
            }
        }
    }

    /** Values are looked for as they are and, for files, as the bytes that UTF-8 makes of them. */
    private void note(String place, String text) {
        for (String value : values) {
            if (text.contains(value) || text.contains(new String(value.getBytes(UTF_8), ISO_8859_1))) {
                places.add(value + " in " + place);
            }
        }
    }

    private static List<String> tables(Connection database) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var statement = database.createStatement();
                var result = statement.executeQuery(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'"
                                + " order by 1")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        return tables;
    }
}
