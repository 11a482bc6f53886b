package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A meetup will not take place.
 *
 * @param meetupId the meetup
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param communityId the community that would have met
 * @param cancelledAt when
 */
@EventType(value = "io.cofound.event.meetup.cancelled.v1", topic = Topics.MEETUP)
public record MeetupCancelled(UUID meetupId, long revision, UUID communityId, Instant cancelledAt) implements Event {

    @Override
    public UUID aggregateId() {
        return meetupId;
    }
}
