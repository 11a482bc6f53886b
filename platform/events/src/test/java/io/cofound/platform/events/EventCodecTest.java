package io.cofound.platform.events;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cofound.contracts.Event;
import io.cofound.contracts.EventCatalog;
import io.cofound.contracts.Samples;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventCodecTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final UUID ID = UUID.fromString("0197f3a0-0000-7000-8000-00000000000a");
    private static final Instant TIME = Instant.parse("2026-11-23T08:00:00Z");

    private final EventCodec codec = new EventCodec(JSON);

    static Stream<Class<? extends Event>> everyEvent() {
        return EventCatalog.all().stream();
    }

    @ParameterizedTest
    @MethodSource("everyEvent")
    void reads_back_what_it_wrote(Class<? extends Event> type) throws Exception {
        Event event = JSON.readValue(Samples.json(type), type);

        Optional<Received> received = codec.read(record(EventCatalog.typeOf(type), codec.write(event)));

        assertThat(received).contains(new Received(ID, TIME, event));
    }

    @Test
    void ignores_what_a_newer_producer_added() {
        Class<? extends Event> type = EventCatalog.all().getFirst();
        String newer = Samples.json(type).replaceFirst("\\{", "{\"addedLater\": {\"x\": 1},");

        assertThat(codec.read(record(EventCatalog.typeOf(type), newer))).isPresent();
    }

    @Test
    void skips_types_it_does_not_know_and_tombstones() {
        String known = EventCatalog.typeOf(EventCatalog.all().getFirst());

        assertThat(codec.read(record("io.cofound.some.thing.happened.v9", "{}")))
                .isEmpty();
        assertThat(codec.read(record(known, null))).isEmpty();
    }

    @Test
    void says_what_is_wrong_without_quoting_the_record() {
        String known = EventCatalog.typeOf(EventCatalog.all().getFirst());

        assertThatThrownBy(() -> codec.read(record(known, "{\"memberId\": \"secret words\"}")))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining(known)
                .hasMessageNotContaining("secret words")
                .hasNoCause();
    }

    @Test
    void refuses_a_record_without_a_type() {
        assertThatThrownBy(() -> codec.read(raw("{}", new RecordHeaders())))
                .isInstanceOf(MalformedEvent.class)
                .hasMessageContaining("ce_type");
    }

    private static ConsumerRecord<String, byte[]> record(String type, String json) {
        return raw(json, CloudEventHeaders.of(ID, type, "/test", "subject", TIME, null));
    }

    private static ConsumerRecord<String, byte[]> raw(String json, Headers headers) {
        byte[] value = json == null ? null : json.getBytes(UTF_8);
        return new ConsumerRecord<>(
                "topic", 0, 0, 0, TimestampType.CREATE_TIME, 0, 0, "key", value, headers, Optional.empty());
    }
}
