package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A registered member came.
 *
 * @param registrationId the registration
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param meetupId the meetup
 * @param communityId the community that met
 * @param memberId who came
 * @param checkedInAt when
 */
@EventType(value = "io.cofound.event.registration.honoured.v1", topic = Topics.REGISTRATION)
public record RegistrationHonoured(
        UUID registrationId, long revision, UUID meetupId, UUID communityId, UUID memberId, Instant checkedInAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return registrationId;
    }
}
