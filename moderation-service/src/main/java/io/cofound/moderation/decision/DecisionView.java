package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.Arrays;
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
 * @param effort of the cascade; null for decisions of a time when it was not measured
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
        Effort effort,
        long ruling,
        List<RulingView> rulings,
        Instant decidedAt) {

    /**
     * What judged in the cascade; each is null where it had no part.
     *
     * @param model the local one
     * @param rules the shipped ones
     * @param ruleset those that people wrote
     * @param prompt what the language model is told
     */
    record Versions(String model, String rules, String ruleset, String languageModel, String prompt) {

        private static final String RULES = "rules-";
        private static final String RULE_SET = "ruleset-";
        private static final String PROMPT = "prompt-";

        /** @param names as a classification joins them */
        static Versions of(String names) {
            List<String> parts = Arrays.asList(names.split("\\+"));
            return new Versions(
                    before(RULES, parts),
                    named(RULES, parts),
                    named(RULE_SET, parts),
                    before(PROMPT, parts),
                    named(PROMPT, parts));
        }

        /** Models have any name; each stands before what it judges with. */
        private static String before(String prefix, List<String> parts) {
            int at = parts.indexOf(named(prefix, parts));
            return at < 1 ? null : parts.get(at - 1);
        }

        private static String named(String prefix, List<String> parts) {
            return parts.stream()
                    .filter(part -> part.startsWith(prefix))
                    .findFirst()
                    .orElse(null);
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
                Versions.of(rulings.getFirst().classification.model()),
                decision.trustLevel,
                decision.effort,
                decision.ruling,
                rulings.stream()
                        .map(ruling -> RulingView.of(ruling, showsModerators))
                        .toList(),
                decision.decidedAt);
    }
}
