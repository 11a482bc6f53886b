package io.cofound.community.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.IntFunction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import io.cofound.platform.events.CloudEventHeaders;
import io.cofound.testing.InfrastructureTestResource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Publishes many events without waiting for each, and waits until a consumer group is through with them. */
final class BulkPublisher implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;

    BulkPublisher() {
        String servers = InfrastructureTestResource.infrastructure()
                .environment("community")
                .get("KAFKA_BOOTSTRAP_SERVERS");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 20, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
        Properties config = new Properties();
        config.put("bootstrap.servers", servers);
        admin = Admin.create(config);
    }

    void publish(String topic, List<Event> events, IntFunction<UUID> ids) {
        for (int i = 0; i < events.size(); i++) {
            producer.send(record(topic, ids.apply(i), events.get(i)));
        }
        producer.flush();
    }

    void awaitConsumed(String group, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        Awaitility.await(group)
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                            .partitionResult(partition)
                            .get()
                            .offset();
                    var committed = admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get()
                            .get(partition);
                    return committed != null && committed.offset() == end;
                });
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static ProducerRecord<String, byte[]> record(String topic, UUID id, Event event) {
        try {
            String key = event.aggregateId().toString();
            return new ProducerRecord<>(
                    topic,
                    null,
                    key,
                    JSON.writeValueAsBytes(event),
                    CloudEventHeaders.of(
                            id, EventCatalog.typeOf(event.getClass()), "/testing", key, Instant.now(), null));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
