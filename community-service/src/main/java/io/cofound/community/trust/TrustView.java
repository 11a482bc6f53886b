package io.cofound.community.trust;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A member's trust, explained: the contributions of {@code signals} sum to {@code score} exactly.
 *
 * @param level in force, 0 to 4
 * @param score as of now, zero or more
 * @param next what the next level takes; null at the highest
 */
record TrustView(int level, BigDecimal score, Next next, List<Line> signals) {

    private static final int DECIMALS = 4;

    /** @param missing empty when all is there and the next review raises the level */
    record Next(int level, List<Missing> missing) {}

    enum Requirement {
        SCORE,
        /** Days since registration. */
        AGE_DAYS,
        /** Different days with something good. */
        ACTIVE_DAYS,
        /** No fresh harm; {@code until} says when it is forgiven. */
        NO_RECENT_HARM
    }

    /**
     * @param has null for {@link Requirement#NO_RECENT_HARM}, as is {@code needs}
     * @param until null for all others
     */
    record Missing(Requirement requirement, BigDecimal has, BigDecimal needs, Instant until) {}

    /**
     * @param kind one of {@link SignalKind}, or {@code FLOOR} for what lifts a negative sum to zero
     * @param count how many signals; 0 for {@code FLOOR}
     */
    record Line(String kind, int count, BigDecimal contribution) {}

    static TrustView of(int level, Assessment assessment, TrustRule rule) {
        List<Line> lines = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Assessment.Contribution contribution : assessment.contributions()) {
            BigDecimal value = rounded(contribution.value());
            lines.add(new Line(contribution.kind().name(), contribution.count(), value));
            sum = sum.add(value);
        }
        if (sum.signum() < 0) {
            lines.add(new Line("FLOOR", 0, sum.negate()));
            sum = BigDecimal.ZERO;
        }
        return new TrustView(level, sum, next(level + 1, assessment, rule), List.copyOf(lines));
    }

    private static Next next(int level, Assessment assessment, TrustRule rule) {
        if (level > TrustRule.HIGHEST_LEVEL) {
            return null;
        }
        List<Missing> missing = new ArrayList<>();
        if (assessment.score() < rule.scoreFor(level)) {
            missing.add(missing(Requirement.SCORE, rounded(assessment.score()), rounded(rule.scoreFor(level))));
        }
        if (assessment.age().compareTo(rule.ageFor(level)) < 0) {
            missing.add(missing(
                    Requirement.AGE_DAYS,
                    BigDecimal.valueOf(assessment.age().toDays()),
                    BigDecimal.valueOf(rule.ageFor(level).toDays())));
        }
        if (assessment.activeDays() < rule.activeDaysFor(level)) {
            missing.add(missing(
                    Requirement.ACTIVE_DAYS,
                    BigDecimal.valueOf(assessment.activeDays()),
                    BigDecimal.valueOf(rule.activeDaysFor(level))));
        }
        if (assessment.cappedUntil() != null && level > rule.cap()) {
            missing.add(new Missing(Requirement.NO_RECENT_HARM, null, null, assessment.cappedUntil()));
        }
        return new Next(level, missing);
    }

    private static Missing missing(Requirement requirement, BigDecimal has, BigDecimal needs) {
        return new Missing(requirement, has, needs, null);
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
    }
}
