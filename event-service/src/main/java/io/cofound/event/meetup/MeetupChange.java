package io.cofound.event.meetup;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.meetup.MeetupMode;

/**
 * What shall be different about a meetup; absent fields stay as they are. Limits as in {@link MeetupDraft}.
 *
 * @param capacity not below the number of people confirmed; more seats go to those who wait, in their order
 * @param publish true publishes a draft
 */
record MeetupChange(
        @Size(min = 1, max = 200) @Pattern(regexp = "(?s).*\\S.*")
        String title,

        @Size(max = 20_000) String description,
        MeetupMode mode,
        @Future Instant startsAt,
        Instant endsAt,
        @IanaTimeZone String timeZone,
        @Min(1) @Max(100_000) Integer capacity,
        Boolean publish) {

    Optional<Integer> newCapacity() {
        return Optional.ofNullable(capacity);
    }

    boolean isToBePublished() {
        return Boolean.TRUE.equals(publish);
    }

    boolean isToBeWithdrawn() {
        return Boolean.FALSE.equals(publish);
    }

    /** Whether those who registered would have decided on something else. */
    boolean concernsSeatsOrStart() {
        return startsAt != null || capacity != null;
    }
}
