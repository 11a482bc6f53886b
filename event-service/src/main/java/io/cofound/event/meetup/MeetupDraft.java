package io.cofound.event.meetup;

import java.time.Instant;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.meetup.MeetupMode;

/**
 * A meetup to be created.
 *
 * @param title 1 to 200 characters, plain text
 * @param description at most 20,000 characters, Markdown; default empty
 * @param startsAt in the future, at most five years ahead
 * @param endsAt after startsAt, at most 31 days later
 * @param timeZone IANA name of the zone its local times are shown in
 * @param capacity how many people can be confirmed, 1 to 100,000
 * @param publish true publishes it at once; default false, which keeps it a draft
 */
record MeetupDraft(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 20_000) String description,
        @NotNull MeetupMode mode,
        @NotNull @Future Instant startsAt,
        @NotNull Instant endsAt,
        @NotNull @IanaTimeZone String timeZone,
        @NotNull @Min(1) @Max(100_000) Integer capacity,
        Boolean publish) {

    boolean isToBePublished() {
        return Boolean.TRUE.equals(publish);
    }
}
