package io.cofound.contracts.matching;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * The texts of a need or an offer wait for judgement. A tombstone follows once they are judged.
 *
 * @param submissionId these texts on their way through judgement
 * @param opportunityId the need or offer
 * @param revision of the need or offer at which the texts were written; what is decided names it
 * @param memberId who needs or offers it
 * @param title its title, plain text
 * @param text what exactly, Markdown
 * @param language detected language of the text, BCP 47
 * @param submittedAt when
 */
@EventType(value = "io.cofound.matching.opportunity.submitted.v1", topic = Topics.OPPORTUNITY)
public record OpportunitySubmitted(
        UUID submissionId,
        UUID opportunityId,
        long revision,
        UUID memberId,
        String title,
        String text,
        String language,
        Instant submittedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
