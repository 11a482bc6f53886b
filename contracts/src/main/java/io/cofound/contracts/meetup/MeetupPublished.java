package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.Visibility;

/**
 * A meetup became visible, or a visible one changed; carries its whole state.
 *
 * @param meetupId the meetup
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param communityId the community that meets
 * @param organiserId the member who invites
 * @param title its title, plain text
 * @param description what to expect, Markdown; may be empty
 * @param startsAt when it begins
 * @param endsAt when it ends, after it began
 * @param timeZone IANA name of the zone its local times are shown in
 * @param capacity how many people can be confirmed, at least 1
 * @param visibility that of its community at that moment
 * @param publishedAt when it first became visible; later revisions keep it
 */
@EventType(value = "io.cofound.event.meetup.published.v1", topic = Topics.MEETUP)
public record MeetupPublished(
        UUID meetupId,
        long revision,
        UUID communityId,
        UUID organiserId,
        String title,
        String description,
        MeetupMode mode,
        Instant startsAt,
        Instant endsAt,
        String timeZone,
        int capacity,
        Visibility visibility,
        Instant publishedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return meetupId;
    }
}
