package io.cofound.community.export;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.privacy.ExportRequested;

/** What all services keep about a member, on its way to that member. */
@Entity
class Export {

    /** How long the services have to answer. */
    static final Duration PATIENCE = Duration.ofHours(24);

    /** How often a member may have a new one. */
    static final Duration INTERVAL = Duration.ofDays(1);

    /** How long it can be downloaded. */
    private static final Duration LIFETIME = Duration.ofDays(7);

    @Id
    UUID id;

    UUID memberId;

    @Enumerated(EnumType.STRING)
    ExportState state;

    Instant requestedAt;

    Instant expiresAt;

    protected Export() {}

    Export(UUID memberId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.memberId = memberId;
        this.state = ExportState.GATHERING;
        this.requestedAt = now();
    }

    void complete() {
        state = ExportState.READY;
        expiresAt = now().plus(LIFETIME);
    }

    void giveUp() {
        state = ExportState.INCOMPLETE;
        expiresAt = now().plus(LIFETIME);
    }

    boolean isDownloadable() {
        return state != ExportState.GATHERING && expiresAt.isAfter(Instant.now());
    }

    boolean isOlderThan(Duration age) {
        return requestedAt.isBefore(Instant.now().minus(age));
    }

    ExportRequested requested() {
        return new ExportRequested(id, memberId, requestedAt);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
