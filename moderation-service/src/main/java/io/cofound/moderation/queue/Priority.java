package io.cofound.moderation.queue;

import java.util.Map;
import java.util.Set;

import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.classify.Classification;

/**
 * How urgent a case is: harm × reach × uncertainty. Nothing is urgent that harms nobody, that nobody sees, or that is
 * clear; the product says so and a sum would not. What is drawn to measure the cascade or its moderators is the least urgent,
 * and tells nothing of what was found.
 *
 * @param harm what the text does if it is what it is taken for: 0.25 for OK, 0.5 for SPAM, 0.8 for ABUSE, 1 for SCAM, which
 *     takes money; of judgement and reports the worst counts
 * @param reach (1 + log10(1 + members) + log2(1 + reports)), twice that while others see the text; members count up to
 *     10,000
 * @param uncertainty 0.1 to 1: a tenth, and nine tenths of the entropy of the scores over its maximum, ln 4; at least 0.5 where
 *     somebody contradicts the judgement, by a report or an appeal
 */
record Priority(double harm, double reach, double uncertainty) {

    private static final double LEAST_UNCERTAINTY = 0.1;
    private static final double CONTRADICTED = 0.5;

    static Priority of(
            CaseKind kind, Classification classification, Set<ReportCause> causes, int reports, int members) {
        if (kind.isBlind()) {
            return new Priority(weight(Label.OK), 1 + Math.log10(1.0 + members), LEAST_UNCERTAINTY);
        }
        double harm = Math.max(
                weight(classification.label()),
                causes.stream().mapToDouble(Priority::weight).max().orElse(0));
        double audience = 1 + Math.log10(1.0 + members) + Math.log(1.0 + reports) / Math.log(2);
        double reach = classification.action() == Action.PUBLISH ? 2 * audience : audience;
        double doubt = LEAST_UNCERTAINTY + (1 - LEAST_UNCERTAINTY) * entropy(classification.scores());
        boolean contradicted = kind == CaseKind.REPORT || kind == CaseKind.APPEAL;
        return new Priority(harm, reach, contradicted ? Math.max(doubt, CONTRADICTED) : doubt);
    }

    double value() {
        return harm * reach * uncertainty;
    }

    private static double weight(Label label) {
        return switch (label) {
            case OK -> 0.25;
            case SPAM -> 0.5;
            case ABUSE -> 0.8;
            case SCAM -> 1;
        };
    }

    private static double weight(ReportCause cause) {
        return switch (cause) {
            case OFF_TOPIC, OTHER -> weight(Label.OK);
            case SPAM -> weight(Label.SPAM);
            case ABUSE, NOT_THEIRS -> weight(Label.ABUSE);
            case SCAM -> weight(Label.SCAM);
        };
    }

    /** 0 to 1. */
    private static double entropy(Map<Label, Double> scores) {
        double nats = scores.values().stream()
                .filter(score -> score > 0)
                .mapToDouble(score -> -score * Math.log(score))
                .sum();
        return nats / Math.log(Label.values().length);
    }
}
