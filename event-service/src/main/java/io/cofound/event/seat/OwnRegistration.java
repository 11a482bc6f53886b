package io.cofound.event.seat;

import java.time.Instant;
import java.util.UUID;

/**
 * A registration in its member's export.
 *
 * @param registeredAt when the member came; decides the order of the line
 * @param changedAt since when the state is what it is
 */
public record OwnRegistration(
        UUID id, UUID meetupId, RegistrationState state, Instant registeredAt, Instant changedAt) {

    static OwnRegistration of(Registration registration) {
        return new OwnRegistration(
                registration.id,
                registration.meetupId,
                registration.state,
                registration.registeredAt,
                registration.changedAt);
    }
}
