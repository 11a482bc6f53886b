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

/** A decision as moderators and the author see it. */
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
                decision.decidedAt);
    }
}
