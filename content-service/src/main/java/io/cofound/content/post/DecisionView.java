package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;

/** What was decided about a text, and why. */
public record DecisionView(UUID id, Label label, Action action, Rung rung, List<Reason> reasons, Instant decidedAt) {

    /** Null while nothing is decided. */
    static DecisionView of(PostRevision text) {
        return text.decisionId == null
                ? null
                : new DecisionView(text.decisionId, text.label, text.action, text.rung, text.reasons, text.decidedAt);
    }
}
