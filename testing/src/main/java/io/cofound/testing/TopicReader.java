package io.cofound.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** Reads topics from their start, as any other consumer could. */
public final class TopicReader implements AutoCloseable {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    public TopicReader(String topic) {
        this(List.of(topic));
    }

    /** Reads several as one, each of their partitions in order. */
    public TopicReader(List<String> topics) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        InfrastructureTestResource.current().bootstrapServers(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
    }

    /** Every record until now, tombstones too. */
    public List<ConsumerRecord<String, byte[]>> records() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
        return List.copyOf(records);
    }

    /** Every event of one type until now. */
    public <E extends Event> List<E> events(Class<E> type) {
        return records().stream()
                .filter(record ->
                        record.value() != null && EventCatalog.typeOf(type).equals(header(record, "ce_type")))
                .map(record -> read(record, type))
                .toList();
    }

    /** Waits up to 20 s for the first such event. */
    public <E extends Event> E await(Class<E> type, Predicate<E> wanted) {
        return Awaitility.await(type.getSimpleName())
                .atMost(Duration.ofSeconds(20))
                .until(() -> events(type).stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    public static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static <E extends Event> E read(ConsumerRecord<String, byte[]> record, Class<E> type) {
        try {
            return JSON.readValue(record.value(), type);
        } catch (java.io.IOException e) {
            throw new AssertionError("not a " + type.getSimpleName(), e);
        }
    }
}
