package io.cofound.event.meetup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Embeddable;

import io.cofound.platform.web.problem.Problem;

import static java.util.Objects.requireNonNullElse;

/** When a meetup takes place, to the microsecond as the database keeps it, and in which zone its local times are shown. */
@Embeddable
record Schedule(Instant startsAt, Instant endsAt, String timeZone) {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration FARTHEST = Duration.ofDays(5 * 366);

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 for times that cannot be meant */
    static Schedule of(Instant startsAt, Instant endsAt, String timeZone, Instant now) {
        // Checked before rounding, which the farthest instants do not survive.
        if (startsAt.isAfter(now.plus(FARTHEST))) {
            throw Problem.unprocessable("starts-too-far-ahead", "A meetup starts within the next five years.");
        }
        if (!endsAt.isAfter(startsAt)) {
            throw Problem.unprocessable("ends-before-start", "A meetup ends after it starts.");
        }
        if (endsAt.isAfter(startsAt.plus(LONGEST))) {
            throw Problem.unprocessable("lasts-too-long", "A meetup lasts at most 31 days.");
        }
        return new Schedule(startsAt.truncatedTo(ChronoUnit.MICROS), endsAt.truncatedTo(ChronoUnit.MICROS), timeZone);
    }

    /** What the change leaves out stays as it is. */
    Schedule with(MeetupChange change, Instant now) {
        return of(
                requireNonNullElse(change.startsAt(), startsAt),
                requireNonNullElse(change.endsAt(), endsAt),
                requireNonNullElse(change.timeZone(), timeZone),
                now);
    }

    boolean hasStarted(Instant now) {
        return !startsAt.isAfter(now);
    }

    boolean isOver(Instant now) {
        return !endsAt.isAfter(now);
    }
}
