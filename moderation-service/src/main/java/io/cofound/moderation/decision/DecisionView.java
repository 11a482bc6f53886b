package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.contracts.moderation.SubjectKind;

/**
 * A decision as moderators and the author see it.
 *
 * @param reasons most important first; their evidence is empty once the author was erased
 * @param trustLevel the author's when it was judged, 0 to 4; from 2 on the model is doubted less
 */
record DecisionView(
        UUID id,
        SubjectKind subjectKind,
        UUID subjectId,
        long subjectRevision,
        UUID communityId,
        Label label,
        Map<Label, Double> scores,
        Action action,
        Rung rung,
        List<Reason> reasons,
        String model,
        int trustLevel,
        Instant decidedAt) {

    static DecisionView of(Decision decision) {
        return new DecisionView(
                decision.id,
                decision.subjectKind,
                decision.subjectId,
                decision.subjectRevision,
                decision.communityId,
                decision.classification.label(),
                decision.classification.scores(),
                decision.classification.action(),
                decision.classification.rung(),
                decision.classification.reasons(),
                decision.classification.model(),
                decision.trustLevel,
                decision.decidedAt);
    }
}
