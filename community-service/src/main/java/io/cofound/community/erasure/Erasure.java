package io.cofound.community.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;

/** An entry of the ledger: that a member is to be forgotten, and whether everybody has. */
@Entity
class Erasure {

    /** How long the services have to acknowledge before somebody should look, and before they are asked again. */
    static final Duration PATIENCE = Duration.ofHours(24);

    @Id
    UUID id;

    UUID memberId;

    long memberRevision;

    @Enumerated(EnumType.STRING)
    PublicContent publicContent;

    Instant requestedAt;

    Instant askedAt;

    Instant completedAt;

    protected Erasure() {}

    Erasure(UUID memberId, long memberRevision, PublicContent publicContent) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.memberId = memberId;
        this.memberRevision = memberRevision;
        this.publicContent = publicContent;
        this.requestedAt = now();
        this.askedAt = requestedAt;
    }

    void complete() {
        completedAt = now();
    }

    /** For services that failed for so long that the request is no longer on its way to them. */
    void askAgain() {
        askedAt = now();
    }

    ErasureState state() {
        return completedAt == null ? ErasureState.ERASING : ErasureState.COMPLETED;
    }

    boolean isOverdue() {
        return completedAt == null && requestedAt.isBefore(Instant.now().minus(PATIENCE));
    }

    ErasureRequested requested() {
        return new ErasureRequested(id, memberId, memberRevision, publicContent, requestedAt);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
