package io.cofound.community.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.CommunityRole;

record MembershipView(UUID communityId, UUID memberId, CommunityRole role, Instant since) {

    static MembershipView of(Membership membership) {
        return new MembershipView(membership.communityId, membership.memberId, membership.role, membership.since);
    }
}
