package io.cofound.testing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Publishes events as another service would. */
public final class Publisher implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", InfrastructureTestResource.current().bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Returns when the broker has it. */
    public void publish(Event event) {
        publish(UUID.randomUUID(), event);
    }

    /** The same id twice is a redelivery. */
    public void publish(UUID eventId, Event event) {
        try {
            send(eventId, event, JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** A record that says it is of the event's type and holds something else. */
    public void publishRaw(Event like, String payload) {
        send(UUID.randomUUID(), like, payload);
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(UUID eventId, Event event, String payload) {
        var record = new ProducerRecord<>(
                EventCatalog.topicOf(event.getClass()), event.aggregateId().toString(), payload.getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", eventId.toString());
        header(record, "ce_type", EventCatalog.typeOf(event.getClass()));
        header(record, "ce_source", "/testing");
        header(record, "ce_subject", event.aggregateId().toString());
        header(record, "ce_time", Instant.now().toString());
        header(record, "content-type", "application/json");
        try {
            producer.send(record).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError("not acknowledged", e);
        }
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}
