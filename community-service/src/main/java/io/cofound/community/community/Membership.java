package io.cofound.community.community;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.MembershipRevoked;
import io.cofound.contracts.community.RevocationCause;

/** A member's place in a community. The row outlives leaving, so that its events stay under one key and in order. */
@Entity
class Membership {

    @Id
    UUID id;

    long revision;

    UUID communityId;

    UUID memberId;

    /** Null for somebody who never belonged. */
    @Enumerated(EnumType.STRING)
    CommunityRole role;

    boolean active;

    Instant since;

    protected Membership() {}

    Membership(UUID communityId, UUID memberId, CommunityRole role) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.revision = 1;
        this.communityId = communityId;
        this.memberId = memberId;
        this.role = role;
        this.active = true;
        this.since = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** A place for somebody who never belonged and is not to: what is told of a ban needs a key, too. */
    static Membership outside(UUID communityId, UUID memberId) {
        Membership membership = new Membership(communityId, memberId, null);
        membership.active = false;
        return membership;
    }

    /** Whether the member belongs to the community or once did, and so knows of it. */
    boolean everBelonged() {
        return role != null;
    }

    void rejoin(CommunityRole newRole) {
        role = newRole;
        active = true;
        since = Instant.now().truncatedTo(ChronoUnit.MICROS);
        revision++;
    }

    void end() {
        active = false;
        revision++;
    }

    void assign(CommunityRole newRole) {
        role = newRole;
        revision++;
    }

    MembershipGranted granted() {
        return new MembershipGranted(id, revision, communityId, memberId, role, since);
    }

    /** @param bannedUntil when a ban ends; null for one without end and for every other cause */
    MembershipRevoked revoked(RevocationCause cause, Instant bannedUntil) {
        return new MembershipRevoked(id, revision, communityId, memberId, cause, bannedUntil, Instant.now());
    }
}
