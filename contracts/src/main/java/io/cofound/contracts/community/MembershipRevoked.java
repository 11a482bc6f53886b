package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member left a community or was removed from it.
 *
 * @param membershipId the one that was granted
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param communityId the community
 * @param memberId who is no longer a member of it
 * @param revokedAt when
 */
@EventType(value = "io.cofound.community.membership.revoked.v1", topic = Topics.MEMBERSHIP)
public record MembershipRevoked(UUID membershipId, long revision, UUID communityId, UUID memberId, Instant revokedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return membershipId;
    }
}
