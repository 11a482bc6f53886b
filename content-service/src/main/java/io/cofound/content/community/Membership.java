package io.cofound.content.community;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import io.cofound.contracts.community.CommunityRole;

/** A copy of a member's place in a community. */
@Entity
class Membership {

    @Id
    UUID id;

    long revision;

    UUID communityId;

    UUID memberId;

    @Enumerated(EnumType.STRING)
    CommunityRole role;

    boolean active;

    protected Membership() {}
}
