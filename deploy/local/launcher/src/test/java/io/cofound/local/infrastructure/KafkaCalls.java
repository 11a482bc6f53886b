package io.cofound.local.infrastructure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What a client of the broker does, with the rights of one principal. */
record KafkaCalls(Map<String, Object> connection) {

    static KafkaCalls ofServices(Kafka kafka) {
        return new KafkaCalls(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    static KafkaCalls ofPartner(Kafka kafka, String password) {
        return new KafkaCalls(Map.of(
                "bootstrap.servers",
                kafka.partnerBootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=partner password=%s;"
                        .formatted(password)));
    }

    void createTopic(String name) {
        try (var admin = Admin.create(connection)) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    Set<String> topics() {
        try (var admin = Admin.create(connection)) {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    KafkaProducer<String, String> producer() {
        var settings = new HashMap<>(connection);
        settings.put("acks", "all");
        settings.put("max.block.ms", 3_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** Returns once the broker has acknowledged the record. */
    void send(String topic, String value) {
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Sends without waiting; the value is handed on if and when the broker has acknowledged it. */
    static void send(
            KafkaProducer<String, String> producer, String topic, String value, Consumer<String> acknowledged) {
        producer.send(new ProducerRecord<>(topic, value), (metadata, failure) -> {
            if (failure == null) {
                acknowledged.accept(value);
            }
        });
    }

    /** All values from the first to the last there is now, read as a member of the group. */
    List<String> readAll(String topic, String group) {
        var settings = new HashMap<>(connection);
        settings.put("group.id", group);
        settings.put("enable.auto.commit", false);
        settings.put("default.api.timeout.ms", 10_000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(topic, 0);
            // The group is asked for its place, as a subscriber would, so that its right to the group is checked too.
            consumer.assign(List.of(partition));
            consumer.committed(Set.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }
}
