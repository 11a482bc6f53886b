package io.cofound.moderation.decision;

import java.math.BigDecimal;
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
 * @param versions of what judged in the cascade
 * @param durationMillis how long the cascade took; null where that is not known
 * @param cost of the language model's answer, in the budget's currency; null where it was not asked
 * @param rulings all, oldest first; the last one is what is said above
 * @param decidedAt when the latest ruling was made
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
        Versions versions,
        int trustLevel,
        Long durationMillis,
        BigDecimal cost,
        long ruling,
        List<RulingView> rulings,
        Instant decidedAt) {

    /**
     * What the cascade consisted of.
     *
     * @param languageModel null where it was not asked
     * @param prompt null where it was not asked, or is not known
     */
    record Versions(String model, String rules, String languageModel, String prompt) {

        private static final String RULES = "rules-";

        /** @param names as a classification joins them: model, rules, language model */
        static Versions of(String names, String prompt) {
            String[] parts = names.split("\\+");
            return new Versions(
                    parts[0],
                    parts.length > 1 && parts[1].startsWith(RULES) ? parts[1].substring(RULES.length()) : null,
                    parts.length > 2 ? parts[2] : null,
                    prompt);
        }
    }

    /** @param rulings all of them, oldest first */
    static DecisionView of(Decision decision, List<Ruling> rulings, boolean showsModerators) {
        return new DecisionView(
                decision.id,
                decision.subjectKind,
                decision.subjectId,
                decision.subjectRevision,
                decision.communityId,
                decision.label,
                decision.classification.scores(),
                decision.action,
                decision.rung,
                decision.classification.reasons(),
                decision.classification.model(),
                Versions.of(rulings.getFirst().classification.model(), decision.prompt),
                decision.trustLevel,
                decision.durationMillis,
                decision.cost,
                decision.ruling,
                rulings.stream()
                        .map(ruling -> RulingView.of(ruling, showsModerators))
                        .toList(),
                decision.decidedAt);
    }
}
