package io.cofound.event.seat;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A registration as its member and the organisers see it.
 *
 * @param position place in the line, from 1; only while WAITLISTED
 * @param registeredAt when the member came; decides the order of the line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegistrationView(
        UUID meetupId, UUID memberId, RegistrationState state, Integer position, Instant registeredAt) {

    static RegistrationView of(Registration registration, int position) {
        return new RegistrationView(
                registration.meetupId,
                registration.memberId,
                registration.state,
                registration.isWaitlisted() ? position : null,
                registration.registeredAt);
    }
}
