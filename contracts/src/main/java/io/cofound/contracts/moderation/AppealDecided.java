package io.cofound.contracts.moderation;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * An author appealed against a ruling, and somebody who had no part in it decided. A tombstone follows when the author is
 * forgotten.
 *
 * @param appealId the appeal
 * @param decisionId the decision it is about
 * @param ruling the ruling that was made on the appeal, as {@code DecisionMade} counts them
 * @param subjectId what was judged
 * @param communityId where
 * @param authorId the member who wrote it and appealed
 * @param decidedAt when
 */
@EventType(value = "io.cofound.moderation.appeal.decided.v1", topic = Topics.APPEAL)
public record AppealDecided(
        UUID appealId,
        UUID decisionId,
        long ruling,
        SubjectKind subjectKind,
        UUID subjectId,
        UUID communityId,
        UUID authorId,
        AppealOutcome outcome,
        Instant decidedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return appealId;
    }
}
