package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * The texts of a meetup that others could see were refused afterwards: they see it no more. It may be published again.
 *
 * @param meetupId the meetup
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param communityId the community that meets
 * @param withheldAt when
 */
@EventType(value = "io.cofound.event.meetup.withheld.v1", topic = Topics.MEETUP)
public record MeetupWithheld(UUID meetupId, long revision, UUID communityId, Instant withheldAt) implements Event {

    @Override
    public UUID aggregateId() {
        return meetupId;
    }
}
