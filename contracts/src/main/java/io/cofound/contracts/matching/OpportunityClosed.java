package io.cofound.contracts.matching;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A need was met, an offer taken, or either withdrawn.
 *
 * @param opportunityId the need or offer
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param memberId who needed or offered it
 * @param closedAt when
 */
@EventType(value = "io.cofound.matching.opportunity.closed.v1", topic = Topics.OPPORTUNITY)
public record OpportunityClosed(UUID opportunityId, long revision, UUID memberId, Instant closedAt) implements Event {

    @Override
    public UUID aggregateId() {
        return opportunityId;
    }
}
