package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member gave the seat, or the place in the waitlist, back.
 *
 * @param registrationId the registration
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param meetupId the meetup
 * @param communityId the community that meets
 * @param memberId who does not come
 * @param cancelledAt when
 */
@EventType(value = "io.cofound.event.registration.cancelled.v1", topic = Topics.REGISTRATION)
public record RegistrationCancelled(
        UUID registrationId, long revision, UUID meetupId, UUID communityId, UUID memberId, Instant cancelledAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return registrationId;
    }
}
