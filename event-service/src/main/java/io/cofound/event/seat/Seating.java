package io.cofound.event.seat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Event;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Carries out what {@link Seats} decides. Every method joins a transaction that has locked the meetup's row. */
@ApplicationScoped
public class Seating {

    private final RegistrationRepository registrations;
    private final Outbox outbox;

    Seating(RegistrationRepository registrations, Outbox outbox) {
        this.registrations = registrations;
        this.outbox = outbox;
    }

    /** Registering twice is registering once; who comes back after cancelling is the last in line. */
    public Uni<RegistrationView> register(UUID meetupId, Seats seats, UUID memberId) {
        return registrations.of(meetupId, memberId).chain(former -> {
            Registration registration = former == null ? new Registration(meetupId, memberId) : former;
            if (!seats.register(registration, now())) {
                return view(registration);
            }
            int position = seats.waitlisted();
            Event event =
                    registration.isConfirmed() ? registration.confirmed(false) : registration.waitlisted(position);
            return registrations
                    .persist(registration)
                    .call(() -> outbox.publish(event))
                    .map(kept -> RegistrationView.of(kept, position));
        });
    }

    /** Cancelling twice is cancelling once. Fails with 404 for a member who never registered. */
    public Uni<Void> cancel(UUID meetupId, Seats seats, UUID memberId) {
        return registrations
                .of(meetupId, memberId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("registration"))
                .chain(registration -> registration.isActive()
                        ? cancel(seats, registration)
                        : Uni.createFrom().voidItem());
    }

    /** Whoever gets one of the new seats hears of it. Fails with 409 when more people are confirmed than that. */
    public Uni<Void> resize(UUID meetupId, Seats seats, int capacity) {
        return registrations
                .headOfLine(meetupId, seats.movingUpAt(capacity))
                .invoke(head -> seats.resize(capacity, head, now()))
                .chain(head -> outbox.publish(promoted(head)));
    }

    private Uni<Void> cancel(Seats seats, Registration registration) {
        return registrations
                .headOfLine(registration.meetupId, seats.movingUpAfter(registration))
                .invoke(head -> seats.cancel(registration, head, now()))
                .chain(head -> {
                    List<Event> events = new ArrayList<>(List.of(registration.cancelled()));
                    events.addAll(promoted(head));
                    return outbox.publish(events);
                });
    }

    private Uni<RegistrationView> view(Registration registration) {
        return registration.isWaitlisted()
                ? registrations.positionOf(registration).map(place -> RegistrationView.of(registration, place))
                : Uni.createFrom().item(RegistrationView.of(registration, 0));
    }

    private static List<? extends Event> promoted(List<Registration> head) {
        return head.stream().map(next -> next.confirmed(true)).toList();
    }

    /** As fine as the database keeps it, so that an event and the table say the same. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
