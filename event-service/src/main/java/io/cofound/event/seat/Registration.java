package io.cofound.event.seat;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.contracts.meetup.RegistrationCancelled;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.contracts.meetup.RegistrationWaitlisted;

/**
 * A member's wish to come to a meetup. Only {@link Seats} changes it, under the lock of the meetup's row. It outlives
 * being cancelled, so that its events stay under one key and in order.
 */
@Entity
class Registration {

    @Id
    UUID id;

    long revision;

    UUID meetupId;

    UUID memberId;

    /** Null until {@link Seats#register} has decided. */
    @Enumerated(EnumType.STRING)
    RegistrationState state;

    /** Place in the order of arrival; no two of one meetup are equal. */
    Instant registeredAt;

    Instant changedAt;

    protected Registration() {}

    Registration(UUID meetupId, UUID memberId) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.meetupId = meetupId;
        this.memberId = memberId;
    }

    boolean isConfirmed() {
        return state == RegistrationState.CONFIRMED;
    }

    boolean isWaitlisted() {
        return state == RegistrationState.WAITLISTED;
    }

    boolean isActive() {
        return isConfirmed() || isWaitlisted();
    }

    /** @param outcome CONFIRMED or WAITLISTED */
    void arrive(RegistrationState outcome, Instant at) {
        registeredAt = at;
        become(outcome, at);
    }

    void promote(Instant at) {
        become(RegistrationState.CONFIRMED, at);
    }

    void cancel(Instant at) {
        become(RegistrationState.CANCELLED, at);
    }

    RegistrationConfirmed confirmed(UUID communityId, boolean promoted) {
        return new RegistrationConfirmed(id, revision, meetupId, communityId, memberId, promoted, changedAt);
    }

    RegistrationWaitlisted waitlisted(UUID communityId, int position) {
        return new RegistrationWaitlisted(id, revision, meetupId, communityId, memberId, position, changedAt);
    }

    RegistrationCancelled cancelled(UUID communityId) {
        return new RegistrationCancelled(id, revision, meetupId, communityId, memberId, changedAt);
    }

    private void become(RegistrationState next, Instant at) {
        state = next;
        changedAt = at;
        revision++;
    }
}
