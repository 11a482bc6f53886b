package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A registered member neither came nor said so in time.
 *
 * @param registrationId the registration
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param meetupId the meetup
 * @param communityId the community that met
 * @param memberId who did not come
 * @param missedAt when the meetup ended
 */
@EventType(value = "io.cofound.event.registration.missed.v1", topic = Topics.REGISTRATION)
public record RegistrationMissed(
        UUID registrationId, long revision, UUID meetupId, UUID communityId, UUID memberId, Instant missedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return registrationId;
    }
}
