package io.cofound.event.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.meetup.MeetupMode;

/**
 * A meetup as everybody sees it who may.
 *
 * @param confirmed how many people have a seat
 * @param waitlisted how many people wait for one
 * @param publishedAt null for a draft
 */
record MeetupView(
        UUID id,
        long revision,
        UUID communityId,
        UUID organiserId,
        String title,
        String description,
        MeetupMode mode,
        Instant startsAt,
        Instant endsAt,
        String timeZone,
        MeetupState state,
        int capacity,
        int confirmed,
        int waitlisted,
        Instant createdAt,
        Instant publishedAt) {

    static MeetupView of(Meetup meetup) {
        return new MeetupView(
                meetup.id,
                meetup.revision,
                meetup.communityId,
                meetup.organiserId,
                meetup.title,
                meetup.description,
                meetup.mode,
                meetup.schedule.startsAt(),
                meetup.schedule.endsAt(),
                meetup.schedule.timeZone(),
                meetup.state,
                meetup.seats.capacity(),
                meetup.seats.confirmed(),
                meetup.seats.waitlisted(),
                meetup.createdAt,
                meetup.publishedAt);
    }
}
