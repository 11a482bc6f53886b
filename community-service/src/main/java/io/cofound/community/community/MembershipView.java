package io.cofound.community.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.CommunityRole;

/**
 * A member's place in a community.
 *
 * @param since when the member joined, the last time
 */
public record MembershipView(UUID communityId, UUID memberId, CommunityRole role, Instant since) {

    static MembershipView of(Membership membership) {
        return new MembershipView(membership.communityId, membership.memberId, membership.role, membership.since);
    }
}
