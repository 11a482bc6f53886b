package io.cofound.community.ban;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;

/** Keeps somebody out of a community. */
@Entity
class Ban {

    @Id
    UUID id;

    UUID communityId;

    UUID memberId;

    /** Null is for ever. */
    Instant endsAt;

    /** Null after the member, or who wrote it, was erased. */
    String reason;

    UUID bannedBy;

    Instant bannedAt;

    protected Ban() {}

    Ban(UUID communityId, UUID memberId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.communityId = communityId;
        this.memberId = memberId;
    }

    void impose(BanOrder order, UUID moderatorId) {
        endsAt = order.until() == null ? null : order.until().truncatedTo(ChronoUnit.MICROS);
        reason = order.reason();
        bannedBy = moderatorId;
        bannedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    boolean isInForce() {
        return endsAt == null || endsAt.isAfter(Instant.now());
    }
}
