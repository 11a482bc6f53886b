package io.cofound.event.seat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Event;
import io.cofound.contracts.meetup.RegistrationConfirmed;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

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
    public Uni<RegistrationView> register(MeetupSeats meetup, UUID memberId) {
        return registrations.of(meetup.meetupId(), memberId).chain(former -> {
            Registration registration = former == null ? new Registration(meetup.meetupId(), memberId) : former;
            if (!meetup.seats().register(registration, now())) {
                return view(registration);
            }
            int position = meetup.seats().waitlisted();
            Event event = registration.isConfirmed()
                    ? registration.confirmed(meetup.communityId(), false)
                    : registration.waitlisted(meetup.communityId(), position);
            return registrations
                    .persist(registration)
                    .call(() -> outbox.publish(event))
                    .map(kept -> RegistrationView.of(kept, position));
        });
    }

    /** Cancelling twice is cancelling once. Fails with 404 for a member who never registered. */
    public Uni<Void> cancel(MeetupSeats meetup, UUID memberId) {
        return registrations
                .of(meetup.meetupId(), memberId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("registration"))
                .chain(registration -> registration.isActive()
                        ? free(meetup, registration).chain(head -> {
                            List<Event> events = new ArrayList<>(List.of(registration.cancelled(meetup.communityId())));
                            events.addAll(promoted(meetup, head));
                            return outbox.publish(events);
                        })
                        : Uni.createFrom().voidItem());
    }

    /** Whoever gets one of the new seats hears of it. Fails with 409 when more people are confirmed than that. */
    public Uni<Void> resize(MeetupSeats meetup, int capacity) {
        return registrations
                .headOfLine(meetup.meetupId(), meetup.seats().movingUpAt(capacity))
                .invoke(head -> meetup.seats().resize(capacity, head, now()))
                .chain(head -> outbox.publish(promoted(meetup, head)));
    }

    /**
     * Forgets that the member, until then, wanted to come to any of the meetups. As after a cancellation, a seat goes to who is first
     * in line; where seats are no longer given, those counted stay as many as they were.
     */
    public Uni<Void> forget(UUID memberId, Instant until, List<MeetupSeats> meetups) {
        Map<UUID, MeetupSeats> byId = meetups.stream().collect(toMap(MeetupSeats::meetupId, identity()));
        return registrations.of(memberId).chain(all -> Multi.createFrom()
                .iterable(all)
                .filter(registration -> byId.containsKey(registration.meetupId))
                .filter(registration -> !registration.registeredAt.isAfter(until))
                .onItem()
                .transformToUniAndConcatenate(registration -> forget(byId.get(registration.meetupId), registration))
                .collect()
                .last());
    }

    private Uni<Void> forget(MeetupSeats meetup, Registration registration) {
        Uni<List<Registration>> movingUp = meetup.open() && registration.isActive()
                ? free(meetup, registration)
                : Uni.createFrom().item(List.of());
        return movingUp.chain(head -> outbox.publish(promoted(meetup, head)))
                .chain(() -> registrations.delete(registration))
                .chain(() -> outbox.erase(RegistrationConfirmed.class, registration.id))
                // Updates that differ in their columns are mixed up when Hibernate Reactive batches them.
                .chain(registrations::flush);
    }

    /** @return who moves up */
    private Uni<List<Registration>> free(MeetupSeats meetup, Registration registration) {
        Seats seats = meetup.seats();
        return registrations
                .headOfLine(meetup.meetupId(), seats.movingUpAfter(registration))
                .invoke(head -> seats.cancel(registration, head, now()));
    }

    private Uni<RegistrationView> view(Registration registration) {
        return registration.isWaitlisted()
                ? registrations.positionOf(registration).map(place -> RegistrationView.of(registration, place))
                : Uni.createFrom().item(RegistrationView.of(registration, 0));
    }

    private static List<? extends Event> promoted(MeetupSeats meetup, List<Registration> head) {
        return head.stream()
                .map(next -> next.confirmed(meetup.communityId(), true))
                .toList();
    }

    /** As fine as the database keeps it, so that an event and the table say the same. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
