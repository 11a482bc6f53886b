package io.cofound.content.follow;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.MemberFollowed;
import io.cofound.contracts.community.MemberUnfollowed;

/** That a member follows another, or no longer does, as community-service says. */
record FollowCopy(UUID id, long revision, UUID followerId, UUID followedId, boolean active, Instant changedAt) {

    static FollowCopy of(MemberFollowed begun) {
        return new FollowCopy(
                begun.followId(), begun.revision(), begun.followerId(), begun.followedId(), true, begun.followedAt());
    }

    static FollowCopy of(MemberUnfollowed ended) {
        return new FollowCopy(
                ended.followId(),
                ended.revision(),
                ended.followerId(),
                ended.followedId(),
                false,
                ended.unfollowedAt());
    }
}
