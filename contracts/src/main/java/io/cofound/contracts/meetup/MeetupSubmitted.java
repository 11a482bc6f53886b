package io.cofound.contracts.meetup;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A meetup was published, or the texts of a published one were changed, and they wait for judgement. A tombstone follows
 * once they are judged.
 *
 * @param submissionId these texts of the meetup on their way through judgement
 * @param meetupId the meetup
 * @param revision of the meetup at which the texts were written; what is decided names it
 * @param communityId the community that meets
 * @param organiserId the member who invites
 * @param title its title, plain text
 * @param description what to expect, Markdown; may be empty
 * @param language detected language of the texts, BCP 47
 * @param submittedAt when
 */
@EventType(value = "io.cofound.event.meetup.submitted.v1", topic = Topics.MEETUP)
public record MeetupSubmitted(
        UUID submissionId,
        UUID meetupId,
        long revision,
        UUID communityId,
        UUID organiserId,
        String title,
        String description,
        String language,
        Instant submittedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
