package io.cofound.moderation.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Limits that keep moderators well. A pure function of when somebody worked, so that no counter can be wrong.
 *
 * @param severePerHour severe cases within an hour
 * @param inARow cases after which a break is due
 * @param pause how long a break is
 */
record Wellness(int severePerHour, int inARow, Duration pause) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Since when severe cases count. */
    static Instant severeSince(Instant now) {
        return now.minus(HOUR);
    }

    /**
     * How long the next severe case has to wait; empty if it has not.
     *
     * @param severe when severe cases were taken or resolved in the last hour, oldest first
     */
    Optional<Duration> untilNextSevere(List<Instant> severe, Instant now) {
        return severe.size() < severePerHour
                ? Optional.empty()
                : Optional.of(Duration.between(
                                now, severe.get(severe.size() - severePerHour).plus(HOUR)))
                        .filter(Duration::isPositive);
    }

    /**
     * How long the break still is; empty if none is due.
     *
     * @param latest when the latest cases were taken or resolved, at most {@link #inARow}, latest first
     */
    Optional<Duration> untilNext(List<Instant> latest, Instant now) {
        if (latest.size() < inARow) {
            return Optional.empty();
        }
        for (int i = 1; i < inARow; i++) {
            if (Duration.between(latest.get(i), latest.get(i - 1)).compareTo(pause) >= 0) {
                return Optional.empty();
            }
        }
        return Optional.of(Duration.between(now, latest.getFirst().plus(pause))).filter(Duration::isPositive);
    }
}
