package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A member left a community or was removed from it.
 *
 * @param membershipId the one that was granted
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param communityId the community
 * @param memberId who is no longer a member of it
 * @param bannedUntil when a ban ends; null for one without end and where nobody is banned
 * @param revokedAt when
 */
@EventType(value = "io.cofound.community.membership.revoked.v1", topic = Topics.MEMBERSHIP)
public record MembershipRevoked(
        UUID membershipId,
        long revision,
        UUID communityId,
        UUID memberId,
        RevocationCause cause,
        @Nullable Instant bannedUntil,
        Instant revokedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return membershipId;
    }
}
