package io.cofound.contracts.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * What a member says of the own person in own words waits for judgement. A tombstone follows once it is judged.
 *
 * @param submissionId these words on their way through judgement
 * @param memberId the member
 * @param revision of the member at which they were written; what is decided names it
 * @param displayName the name the member wants to show to others
 * @param headline one line about the member; may be null
 * @param about Markdown; may be null
 * @param links https; may be empty
 * @param language detected language of the words, BCP 47
 * @param submittedAt when
 */
@EventType(value = "io.cofound.community.member.submitted.v1", topic = Topics.MEMBER)
public record ProfileSubmitted(
        UUID submissionId,
        UUID memberId,
        long revision,
        String displayName,
        @Nullable String headline,
        @Nullable String about,
        List<String> links,
        String language,
        Instant submittedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
