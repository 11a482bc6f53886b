package io.cofound.community.churn;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who may be about to be lost: how likely members are not to be active in the 30 days after the last one looked at. Only
 * of members who consented to it, who belong to the community, and who were active or joined in the 90 days before.
 *
 * @param brier mean squared error of the model's probabilities on members it did not learn from; null with rules
 * @param baselineBrier that of always saying the base rate; null with rules
 * @param trainedOn snapshots of members that the model was made with; null with rules
 * @param trainedAt null with rules
 * @param base log-odds to which a member's contributions are added
 * @param assessed how many members were looked at
 * @param members the likeliest first, at most 20
 */
public record Churn(
        Basis basis,
        Double brier,
        Double baselineBrier,
        Integer trainedOn,
        Instant trainedAt,
        double base,
        int assessed,
        List<MemberRisk> members) {

    public enum Basis {
        /** Learned from what happened in this installation. */
        MODEL,
        /** Written down, while there is too little to learn from. */
        RULES
    }

    /**
     * @param risk from 0 to 1
     * @param reasons contributions to the log-odds of the risk, what weighs most first
     */
    public record MemberRisk(UUID memberId, double risk, List<Assessment.Reason> reasons) {}

    static Churn of(ChurnModel model, int assessed, List<MemberRisk> members) {
        return switch (model) {
            case LearnedModel learned ->
                new Churn(
                        Basis.MODEL,
                        learned.brier(),
                        learned.baselineBrier(),
                        learned.snapshots(),
                        learned.trainedAt(),
                        learned.base(),
                        assessed,
                        members);
            case PlainRules rules -> new Churn(Basis.RULES, null, null, null, null, rules.base(), assessed, members);
        };
    }
}
