package io.cofound.contracts.matching;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * The texts of a need or an offer that others could see were refused afterwards: they see it no more. It may be published
 * again.
 *
 * @param opportunityId the need or offer
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param memberId who needs or offers it
 * @param withheldAt when
 */
@EventType(value = "io.cofound.matching.opportunity.withheld.v1", topic = Topics.OPPORTUNITY)
public record OpportunityWithheld(UUID opportunityId, long revision, UUID memberId, Instant withheldAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return opportunityId;
    }
}
