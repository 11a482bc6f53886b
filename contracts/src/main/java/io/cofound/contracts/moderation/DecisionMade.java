package io.cofound.contracts.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A text was judged, finally or until a person looks at it.
 *
 * @param decisionId the decision, to be named in an appeal; what was decided anew keeps it
 * @param subjectId what was judged
 * @param subjectRevision the revision that was judged; a newer one is judged anew
 * @param ruling counts what was ruled about that revision from 1: the cascade's ruling is 1, each later one a person's; the
 *     highest counts, and a reader that has applied it ignores lower ones
 * @param communityId the community it was written for; {@code NO_COMMUNITY}, all zeros, for what belongs to none
 * @param authorId the member who wrote it
 * @param scores calibrated probability of each label, 0 to 1, together 1
 * @param reasons why, most important first; each was used
 * @param model versions of what judged
 * @param decidedAt when that ruling was made
 * @param replacedBy the newer revision of the same that was decided before; then this decision changes nothing that anybody
 *     sees, and nobody looks at what it holds. Null where there is none
 */
@EventType(value = "io.cofound.moderation.decision.made.v1", topic = Topics.DECISION)
public record DecisionMade(
        UUID decisionId,
        SubjectKind subjectKind,
        UUID subjectId,
        long subjectRevision,
        long ruling,
        UUID communityId,
        UUID authorId,
        Label label,
        Action action,
        Rung rung,
        Map<Label, Double> scores,
        List<Reason> reasons,
        String model,
        Instant decidedAt,
        @Nullable Long replacedBy)
        implements Event {

    /** Of profiles, needs and offers: only the platform's moderators see to them. */
    public static final UUID NO_COMMUNITY = new UUID(0, 0);

    @Override
    public UUID aggregateId() {
        return decisionId;
    }
}
