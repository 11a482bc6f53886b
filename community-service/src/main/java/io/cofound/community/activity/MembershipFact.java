package io.cofound.community.activity;

import java.time.Instant;
import java.util.UUID;

/** A member joined a community, or left it by whatever cause. */
record MembershipFact(UUID membershipId, boolean joined, Instant at, UUID communityId, UUID memberId) {}
