package io.cofound.community.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * A member was active.
 *
 * @param sourceId the post, comment or registration; with kind and time it is the fact's key
 */
record ActivityFact(UUID sourceId, ActivityKind kind, Instant at, UUID communityId, UUID memberId) {}
