package io.cofound.contracts.community;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A member gave or withdrew consent; carries the whole of it. What was never answered is not consented to.
 *
 * @param memberId the member
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param recommendation to be recommended things by what the member reads and writes
 * @param externalProcessing to have own texts judged by a language model outside the platform
 * @param analytics to have the own behaviour analysed person by person, as for a churn risk
 * @param policyVersion the version of the policy the member agreed to
 * @param changedAt when
 */
@EventType(value = "io.cofound.community.consent.changed.v1", topic = Topics.CONSENT)
public record ConsentsChanged(
        UUID memberId,
        long revision,
        boolean recommendation,
        boolean externalProcessing,
        boolean analytics,
        String policyVersion,
        Instant changedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return memberId;
    }
}
