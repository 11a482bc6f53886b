package io.cofound.platform.events;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events to JSON and back. Readers ignore what they do not know, so that producers may add to an event. */
@ApplicationScoped
public class EventCodec {

    private final ObjectMapper json;

    EventCodec(ObjectMapper mapper) {
        this.json = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
    }

    public String write(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    /**
     * @return empty for a tombstone and for a type this build does not know
     * @throws MalformedEvent when it says it is a known event and cannot be read as one
     */
    public Optional<Received> read(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        String type = CloudEventHeaders.required(record.headers(), CloudEventHeaders.TYPE);
        return EventCatalog.byType(type).map(event -> read(record, type, event));
    }

    private Received read(ConsumerRecord<String, byte[]> record, String type, Class<? extends Event> event) {
        try {
            return new Received(
                    UUID.fromString(CloudEventHeaders.required(record.headers(), CloudEventHeaders.ID)),
                    Instant.parse(CloudEventHeaders.required(record.headers(), CloudEventHeaders.TIME)),
                    json.readValue(record.value(), event));
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            throw new MalformedEvent(type, e);
        }
    }
}
