package io.cofound.event.registration;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.event.meetup.MeetupAccess;
import io.cofound.event.seat.RegistrationState;
import io.cofound.event.seat.RegistrationView;
import io.cofound.event.seat.Registrations;
import io.cofound.event.seat.Seating;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class RegistrationService {

    private final MeetupAccess access;
    private final Seating seating;
    private final Registrations registrations;

    RegistrationService(MeetupAccess access, Seating seating, Registrations registrations) {
        this.access = access;
        this.seating = seating;
        this.registrations = registrations;
    }

    Uni<RegistrationView> register(UUID memberId, UUID meetupId) {
        return access.awaitGuest(meetupId, memberId)
                .chain(() -> Panache.withTransaction(
                        () -> access.lockSeatsForArrival(meetupId).chain(seats -> seating.register(seats, memberId))));
    }

    /** Whoever registered may cancel, also without belonging to the community any more. */
    Uni<Void> cancel(UUID memberId, UUID meetupId) {
        return own(memberId, meetupId)
                .chain(() -> Panache.withTransaction(
                        () -> access.lockSeats(meetupId).chain(seats -> seating.cancel(seats, memberId))));
    }

    Uni<RegistrationView> own(UUID memberId, UUID meetupId) {
        return Panache.withSession(() -> registrations.of(meetupId, memberId));
    }

    @WithSession
    Uni<Page<RegistrationView>> list(
            UUID organiserId, UUID meetupId, Optional<RegistrationState> state, PageRequest page) {
        return access.requireOrganiser(meetupId, organiserId).chain(() -> registrations.list(meetupId, state, page));
    }
}
