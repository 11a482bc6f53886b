package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * Somebody became a member of a community, or the role of a member changed.
 *
 * @param membershipId stays the same when a member leaves and joins again
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param communityId the community
 * @param memberId the member
 * @param grantedAt when
 */
@EventType(value = "io.cofound.community.membership.granted.v1", topic = Topics.MEMBERSHIP)
public record MembershipGranted(
        UUID membershipId, long revision, UUID communityId, UUID memberId, CommunityRole role, Instant grantedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return membershipId;
    }
}
