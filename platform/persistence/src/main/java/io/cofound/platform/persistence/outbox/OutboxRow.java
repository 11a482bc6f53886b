package io.cofound.platform.persistence.outbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import com.github.f4b6a3.uuid.UuidCreator;

/** A record for Kafka, committed with the change that caused it. Written here, read by {@link OutboxRelay} alone. */
@Entity
@Table(name = "outbox")
class OutboxRow {

    @Id
    UUID id;

    @Column(name = "aggregatetype")
    String topic;

    @Column(name = "aggregateid")
    String key;

    String type;

    String payload;

    @Column(name = "occurred_at")
    Instant occurredAt;

    @Column(name = "tracingspancontext")
    String traceParent;

    protected OutboxRow() {}

    OutboxRow(String topic, UUID key, String type, String payload, String traceParent) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.topic = topic;
        this.key = key.toString();
        this.type = type;
        this.payload = payload;
        this.occurredAt = Instant.now();
        this.traceParent = traceParent;
    }
}
