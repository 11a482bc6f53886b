package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member's trust level rose or fell.
 *
 * @param memberId the member
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param level 0, for those nobody knows yet, to 4
 * @param previousLevel the level before, 0 to 4
 * @param changedAt when
 */
@EventType(value = "io.cofound.community.trust.changed.v1", topic = Topics.TRUST)
public record TrustChanged(UUID memberId, long revision, int level, int previousLevel, Instant changedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return memberId;
    }
}
