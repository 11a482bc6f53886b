package io.cofound.content;

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
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Singleton;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.cofound.contracts.Topics;
import io.cofound.testing.InfrastructureTestResource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.util.stream.Collectors.toCollection;

/** Whatever this service keeps and has told, in every table, document and topic there is, read past the service. */
@Singleton
public class Traces {

    private static final Set<String> NOTHING_OF_MEMBERS = Set.of("flyway_schema_history");

    /** What the tests put there as other services would, which erase it themselves. */
    private static final Set<String> TOPICS_OF_OTHERS = Set.of(Topics.MEMBER, Topics.DECISION);

    private static final Supplier<Map<String, Object>> BROKER = () -> Map.of(
            "bootstrap.servers",
            InfrastructureTestResource.infrastructure().environment("content").get("KAFKA_BOOTSTRAP_SERVERS"),
            "auto.offset.reset",
            "earliest");

    private final DataSource database;
    private final MongoClient store;
    private final String documents;

    Traces(
            DataSource database,
            MongoClient store,
            @ConfigProperty(name = "quarkus.mongodb.database") String documents) {
        this.database = database;
        this.store = store;
        this.documents = documents;
    }

    /** All of it at this moment: each place, with what lies there. */
    public List<String> now() {
        return Stream.of(rows(), documents(), records()).flatMap(List::stream).toList();
    }

    /** Every place where it is found now. */
    public Set<String> of(String value) {
        return now().stream().filter(trace -> trace.contains(value)).collect(toCollection(TreeSet::new));
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
        tables.removeAll(NOTHING_OF_MEMBERS);
        return tables;
    }

    private List<String> documents() {
        MongoDatabase documentStore = store.getDatabase(documents);
        List<String> found = new ArrayList<>();
        for (String collection : documentStore.listCollectionNames()) {
            documentStore
                    .getCollection(collection)
                    .find()
                    .forEach(document -> found.add(collection + ": " + document.toString()));
        }
        return found;
    }

    /** What compaction leaves of the topics, and every dead letter, which nothing compacts. */
    private static List<String> records() {
        List<String> letters = new ArrayList<>();
        Map<String, String> last = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(BROKER.get(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = Topics.ALL.stream()
                    .filter(topic -> !TOPICS_OF_OTHERS.contains(topic.name()))
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
}
