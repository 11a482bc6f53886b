package io.cofound.event.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.meetup.MeetupMode;

/**
 * A meetup as somebody may see it: those who may organise the texts written last, others the ones that were accepted.
 *
 * @param confirmed how many people have a seat
 * @param waitlisted how many people wait for one
 * @param publishedAt when others first saw it; null if they never did
 * @param moderation how the texts stand; null for a draft, and for others than those who may organise
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
        Instant publishedAt,
        ModerationView moderation) {

    /** For those who may organise. */
    static MeetupView latest(Meetup meetup) {
        Texts texts = meetup.texts;
        return of(meetup, texts.title, texts.description, ModerationView.of(texts));
    }

    /** For everybody else, of what is shown. */
    static MeetupView shown(Meetup meetup) {
        Shown shown = meetup.texts.shown;
        return of(meetup, shown.title(), shown.description(), null);
    }

    private static MeetupView of(Meetup meetup, String title, String description, ModerationView moderation) {
        return new MeetupView(
                meetup.id,
                meetup.revision,
                meetup.communityId,
                meetup.organiserId,
                title,
                description,
                meetup.mode,
                meetup.schedule.startsAt(),
                meetup.schedule.endsAt(),
                meetup.schedule.timeZone(),
                meetup.state,
                meetup.seats.capacity(),
                meetup.seats.confirmed(),
                meetup.seats.waitlisted(),
                meetup.createdAt,
                meetup.publishedAt,
                moderation);
    }
}
