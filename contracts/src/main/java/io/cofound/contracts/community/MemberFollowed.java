package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member wants to hear of another's doings.
 *
 * @param followId stays the same when a member stops and follows again
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param followerId who wants to hear
 * @param followedId of whom
 * @param followedAt when
 */
@EventType(value = "io.cofound.community.follow.started.v1", topic = Topics.FOLLOW)
public record MemberFollowed(UUID followId, long revision, UUID followerId, UUID followedId, Instant followedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return followId;
    }
}
