package io.cofound.community.invitation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;

import static java.util.Objects.requireNonNullElse;

/** Lets some people into a community until a day. */
@Entity
class Invitation {

    private static final Duration DEFAULT_TERM = Duration.ofDays(7);
    private static final Duration LONGEST_TERM = Duration.ofDays(90);
    private static final int DEFAULT_USES = 25;

    @Id
    UUID id;

    UUID communityId;

    @Enumerated(EnumType.STRING)
    CommunityRole role;

    byte[] codeHash;

    int uses;

    int used;

    Instant expiresAt;

    Instant revokedAt;

    UUID createdBy;

    Instant createdAt;

    protected Invitation() {}

    /** @throws HttpProblem 422 when it would last too long or make another owner */
    Invitation(UUID communityId, UUID createdBy, InvitationDraft draft, InvitationCode code) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.communityId = communityId;
        this.createdBy = createdBy;
        this.createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        this.role = requireNonNullElse(draft.role(), CommunityRole.MEMBER);
        this.uses = requireNonNullElse(draft.uses(), DEFAULT_USES);
        this.expiresAt = requireNonNullElse(draft.expiresAt(), createdAt.plus(DEFAULT_TERM))
                .truncatedTo(ChronoUnit.MICROS);
        this.codeHash = code.hash();
        if (expiresAt.isAfter(createdAt.plus(LONGEST_TERM))) {
            throw Problem.unprocessable("expires-too-late", "An invitation lasts at most 90 days.");
        }
        if (role == CommunityRole.OWNER) {
            throw Problem.unprocessable("one-owner", "A community has one owner: hand it over instead.");
        }
    }

    boolean givesRole() {
        return role != CommunityRole.MEMBER;
    }

    void revoke() {
        if (revokedAt == null) {
            revokedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** Why nobody joins by it any more. */
    HttpProblem refusal() {
        if (revokedAt != null) {
            return revokedProblem();
        }
        return used >= uses
                ? Problem.gone("invitation-used-up", "As many as could have joined by this invitation.")
                : Problem.gone("invitation-expired", "This invitation has expired.");
    }

    static HttpProblem revokedProblem() {
        return Problem.gone("invitation-revoked", "This invitation was revoked.");
    }
}
