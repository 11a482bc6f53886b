package io.cofound.community.ban;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.platform.web.problem.Problem;

/** Keeps somebody out of a community. */
@Entity
class Ban {

    private static final Duration LONGEST = Duration.ofDays(36_525);

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

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when it would end too late to be kept */
    void impose(BanOrder order, UUID moderatorId) {
        if (order.until() != null && order.until().isAfter(Instant.now().plus(LONGEST))) {
            throw Problem.unprocessable("until-too-late", "Leave until out for a ban without end.");
        }
        endsAt = order.until() == null ? null : order.until().truncatedTo(ChronoUnit.MICROS);
        reason = order.reason();
        bannedBy = moderatorId;
        bannedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    boolean isInForce() {
        return endsAt == null || endsAt.isAfter(Instant.now());
    }
}
