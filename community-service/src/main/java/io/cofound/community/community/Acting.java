package io.cofound.community.community;

import java.util.UUID;

import io.cofound.contracts.community.CommunityRole;

/** Somebody who may change a community, whose row is locked. */
record Acting(Community community, UUID memberId, CommunityRole role) {}
