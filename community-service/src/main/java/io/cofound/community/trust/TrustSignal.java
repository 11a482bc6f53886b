package io.cofound.community.trust;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A signal as it is kept, one for each matter and subject. Written by {@link SignalRepository#put} alone. */
@Entity
class TrustSignal {

    @Embeddable
    record Key(UUID memberId, @Enumerated(EnumType.STRING) SignalKind.Matter matter, UUID subjectId) {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    SignalKind kind;

    long revision;

    Instant toldAt;

    Instant occurredAt;

    protected TrustSignal() {}

    Signal signal() {
        return new Signal(kind, key.subjectId(), revision, toldAt, occurredAt);
    }
}
