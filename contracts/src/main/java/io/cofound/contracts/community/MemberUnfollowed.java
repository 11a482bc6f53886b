package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member no longer wants to hear of another's doings.
 *
 * @param followId the one that was started
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param followerId who no longer wants to hear
 * @param followedId of whom
 * @param unfollowedAt when
 */
@EventType(value = "io.cofound.community.follow.ended.v1", topic = Topics.FOLLOW)
public record MemberUnfollowed(UUID followId, long revision, UUID followerId, UUID followedId, Instant unfollowedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return followId;
    }
}
