package io.cofound.e2e;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic read from its start. */
final class Topic implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** @param id of the CloudEvent; a redelivery has the same */
    record Told<E>(String id, E event) {}

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    private Topic(String topic, Map<String, Object> config) {
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
    }

    /** As the services read it. */
    static Topic internal(Cofound cofound, String topic) {
        return new Topic(topic, Map.of("bootstrap.servers", cofound.internalListener()));
    }

    /**
     * As a partner platform reads it.
     *
     * @throws org.apache.kafka.common.errors.AuthorizationException if it may not
     */
    static Topic asPartner(Cofound cofound, String topic) {
        Map<String, Object> config = new HashMap<>();
        config.put("bootstrap.servers", cofound.partnerListener());
        config.put("security.protocol", "SASL_PLAINTEXT");
        config.put("sasl.mechanism", "SCRAM-SHA-256");
        config.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"partner\" password=\"partner\";");
        return new Topic(topic, config);
    }

    /** Every event of one type until now, redeliveries too. */
    <E extends Event> List<Told<E>> events(Class<E> type) {
        readOn();
        return records.stream()
                .filter(record ->
                        record.value() != null && EventCatalog.typeOf(type).equals(header(record, "ce_type")))
                .map(record -> new Told<>(header(record, "ce_id"), read(record, type)))
                .toList();
    }

    /** Whether the last record of the key, if there is any, says that nothing is known of it any more. */
    boolean hasForgotten(String key) {
        readOn();
        return records.stream()
                .filter(record -> key.equals(record.key()))
                .reduce((earlier, later) -> later)
                .map(last -> last.value() == null)
                .orElse(false);
    }

    /** What the last record of the key says; null where there is none, or a tombstone, or it is of another type. */
    <E extends Event> E last(String key, Class<E> type) {
        readOn();
        return records.stream()
                .filter(record -> key.equals(record.key()))
                .reduce((earlier, later) -> later)
                .filter(record ->
                        record.value() != null && EventCatalog.typeOf(type).equals(header(record, "ce_type")))
                .map(record -> read(record, type))
                .orElse(null);
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void readOn() {
        consumer.endOffsets(consumer.assignment()).forEach((partition, end) -> {
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        });
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }

    private static <E> E read(ConsumerRecord<String, byte[]> record, Class<E> type) {
        try {
            return JSON.readValue(record.value(), type);
        } catch (IOException e) {
            throw new AssertionError("not a " + type.getSimpleName(), e);
        }
    }
}
