package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member waits for a seat.
 *
 * @param registrationId the registration
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param meetupId the meetup
 * @param communityId the community that meets
 * @param memberId who waits
 * @param position place in the waitlist at that moment, from 1
 * @param waitlistedAt when
 */
@EventType(value = "io.cofound.event.registration.waitlisted.v1", topic = Topics.REGISTRATION)
public record RegistrationWaitlisted(
        UUID registrationId,
        long revision,
        UUID meetupId,
        UUID communityId,
        UUID memberId,
        int position,
        Instant waitlistedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return registrationId;
    }
}
