package io.cofound.matching.relevance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A score made of reasons, so that what is shown is what was used.
 *
 * @param value from 0 to 1, the sum of the reasons' contributions
 * @param reasons the weightiest first
 */
public record Score(double value, List<Reason> reasons) {

    private static final int DECIMALS = 4;

    /** Collects the parts of a score. */
    public static final class Builder {

        private final List<Reason> reasons = new ArrayList<>();
        private BigDecimal sum = BigDecimal.ZERO;

        /** @param contribution rounded down to four decimals; none is made of what is then nothing */
        public Builder add(Reason.Kind kind, String text, double contribution) {
            BigDecimal rounded = BigDecimal.valueOf(contribution).setScale(DECIMALS, RoundingMode.DOWN);
            if (rounded.signum() > 0) {
                reasons.add(new Reason(kind, text, rounded.doubleValue()));
                sum = sum.add(rounded);
            }
            return this;
        }

        public Score build() {
            reasons.sort(Comparator.comparingDouble(Reason::contribution).reversed());
            return new Score(sum.doubleValue(), List.copyOf(reasons));
        }
    }
}
