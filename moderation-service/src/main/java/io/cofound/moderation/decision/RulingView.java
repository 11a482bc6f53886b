package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;

/**
 * A ruling as moderators and the author see it.
 *
 * @param model versions of what judged; "people" for a person
 * @param by the moderator who made it; null for the cascade and to the author
 * @param reason what the moderator had to say; null for nothing
 */
record RulingView(
        long number,
        Occasion occasion,
        Label label,
        Action action,
        Rung rung,
        List<Reason> reasons,
        String model,
        String reason,
        UUID by,
        Instant madeAt) {

    static RulingView of(Ruling ruling, boolean showsModerator) {
        return new RulingView(
                ruling.number,
                ruling.occasion,
                ruling.label,
                ruling.action,
                ruling.rung,
                ruling.classification.reasons(),
                ruling.classification.model(),
                ruling.reason,
                showsModerator ? ruling.madeBy : null,
                ruling.madeAt);
    }
}
