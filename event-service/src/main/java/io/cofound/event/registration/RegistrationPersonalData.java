package io.cofound.event.registration;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.event.meetup.MeetupAccess;
import io.cofound.event.seat.Registrations;
import io.cofound.event.seat.Seating;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** Where members wanted to come, and came. */
@ApplicationScoped
class RegistrationPersonalData implements PersonalData {

    private final MeetupAccess meetups;
    private final Seating seating;
    private final Registrations registrations;

    RegistrationPersonalData(MeetupAccess meetups, Seating seating, Registrations registrations) {
        this.meetups = meetups;
        this.seating = seating;
        this.registrations = registrations;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return registrations.of(memberId).map(own -> List.of(new Holding("registrations", own)));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return meetups.lockSeatsOfAll(request.memberId())
                .chain(seats -> seating.forget(request.memberId(), request.requestedAt(), seats));
    }
}
