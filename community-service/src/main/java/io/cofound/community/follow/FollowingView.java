package io.cofound.community.follow;

import java.time.Instant;

import io.cofound.community.member.MemberSummary;

/**
 * Somebody whom the reader follows.
 *
 * @param since when the reader began to
 */
record FollowingView(MemberSummary member, Instant since) {

    /** @param member null for somebody who was erased while the list was read */
    static FollowingView of(Follow follow, MemberSummary member) {
        return new FollowingView(
                member == null ? new MemberSummary(follow.followedId, "", null, null) : member, follow.since);
    }
}
