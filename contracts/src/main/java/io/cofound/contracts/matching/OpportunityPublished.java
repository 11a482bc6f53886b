package io.cofound.contracts.matching;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A need or an offer became visible or changed; carries its whole state.
 *
 * @param opportunityId the need or offer
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param memberId who needs or offers it
 * @param title its title, plain text
 * @param text what exactly, Markdown
 * @param language detected language of the text, BCP 47
 * @param publishedAt when it first became visible; later revisions keep it
 */
@EventType(value = "io.cofound.matching.opportunity.published.v1", topic = Topics.OPPORTUNITY)
public record OpportunityPublished(
        UUID opportunityId,
        long revision,
        UUID memberId,
        OpportunityKind kind,
        OpportunityCategory category,
        String title,
        String text,
        String language,
        Instant publishedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return opportunityId;
    }
}
