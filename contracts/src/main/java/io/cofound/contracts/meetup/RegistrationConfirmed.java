package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member has a seat.
 *
 * @param registrationId the registration
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param meetupId the meetup
 * @param communityId the community that meets
 * @param memberId who comes
 * @param promoted whether the seat came from the waitlist
 * @param confirmedAt when
 */
@EventType(value = "io.cofound.event.registration.confirmed.v1", topic = Topics.REGISTRATION)
public record RegistrationConfirmed(
        UUID registrationId,
        long revision,
        UUID meetupId,
        UUID communityId,
        UUID memberId,
        boolean promoted,
        Instant confirmedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return registrationId;
    }
}
