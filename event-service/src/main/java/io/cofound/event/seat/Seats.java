package io.cofound.event.seat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.persistence.Embeddable;

import io.cofound.platform.web.problem.Problem;

/**
 * The seats of one meetup, and the line of those who wait for one. Changed only under the lock of the meetup's row.
 *
 * <p>After every change no more people are confirmed than there are seats, nobody waits while a seat is free, and who
 * came first is served first. The line itself stays in the database: whoever moves up is handed in, and every verb
 * checks that it is as many as there should be.
 */
@Embeddable
public class Seats {

    int capacity;

    int confirmed;

    int waitlisted;

    /** Null before the first. */
    Instant lastArrival;

    protected Seats() {}

    /** @param capacity at least 1 */
    public Seats(int capacity) {
        this.capacity = capacity;
    }

    public int capacity() {
        return capacity;
    }

    public int confirmed() {
        return confirmed;
    }

    public int waitlisted() {
        return waitlisted;
    }

    /**
     * Gives a seat, or the last place in the line.
     *
     * @return false when the member has one already and nothing changed
     */
    boolean register(Registration registration, Instant now) {
        if (registration.isActive()) {
            return false;
        }
        lastArrival = afterAllOthers(now);
        if (confirmed < capacity) {
            confirmed++;
            registration.arrive(RegistrationState.CONFIRMED, lastArrival);
        } else {
            waitlisted++;
            registration.arrive(RegistrationState.WAITLISTED, lastArrival);
        }
        return true;
    }

    /** How many of the line move up when this one is cancelled. */
    int movingUpAfter(Registration cancelled) {
        return cancelled.isConfirmed() ? Math.min(1, waitlisted) : 0;
    }

    /** @param head of the line, as many as {@link #movingUpAfter} said */
    void cancel(Registration registration, List<Registration> head, Instant now) {
        int expected = movingUpAfter(registration);
        if (registration.isConfirmed()) {
            confirmed--;
        } else if (registration.isWaitlisted()) {
            waitlisted--;
        } else {
            throw new IllegalArgumentException("holds neither a seat nor a place in the line");
        }
        registration.cancel(now);
        promote(head, expected, now);
    }

    /**
     * How many of the line move up when there are so many seats.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when more people are confirmed than that
     */
    int movingUpAt(int newCapacity) {
        if (newCapacity < confirmed) {
            throw Problem.conflict(
                    "capacity-below-confirmed",
                    "%d people are confirmed; nobody loses a seat that was given.".formatted(confirmed));
        }
        return Math.min(newCapacity - confirmed, waitlisted);
    }

    /** @param head of the line, as many as {@link #movingUpAt} said */
    void resize(int newCapacity, List<Registration> head, Instant now) {
        int expected = movingUpAt(newCapacity);
        capacity = newCapacity;
        promote(head, expected, now);
    }

    private void promote(List<Registration> head, int expected, Instant now) {
        if (head.size() != expected) {
            throw new IllegalArgumentException("%d move up, not %d".formatted(expected, head.size()));
        }
        head.forEach(next -> next.promote(now));
        confirmed += expected;
        waitlisted -= expected;
    }

    /** Strictly later than every arrival before, also where the clocks of two instances differ. */
    private Instant afterAllOthers(Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        return lastArrival == null || at.isAfter(lastArrival) ? at : lastArrival.plus(1, ChronoUnit.MICROS);
    }
}
