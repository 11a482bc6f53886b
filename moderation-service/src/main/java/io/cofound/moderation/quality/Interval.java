package io.cofound.moderation.quality;

/** Where a share probably lies: 0 to 1, low not above high. */
record Interval(double low, double high) {

    /** Of the normal distribution, for 95 of 100. */
    static final double Z95 = 1.959964;

    static final Interval ANYWHERE = new Interval(0, 1);

    /**
     * Wilson, "Probable inference, the law of succession, and statistical inference" (1927), which keeps its promise for few
     * texts and shares near 0 and 1: Brown, Cai, DasGupta, "Interval estimation for a binomial proportion" (2001).
     *
     * @param texts of weighed ones the number that tells as much: Kish, "Survey sampling" (1965)
     */
    static Interval wilson(double share, double texts, double z) {
        double z2 = z * z;
        double middle = (share + z2 / (2 * texts)) / (1 + z2 / texts);
        double half = z / (1 + z2 / texts) * Math.sqrt(share * (1 - share) / texts + z2 / (4 * texts * texts));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /**
     * Of part / (part + rest), of two independent sums. Their ratio's limits are found from those of each, since ones of large
     * weights and few texts are not symmetric and none may be found at all: Donner, Zou, "Closed-form confidence intervals for
     * functions of the normal mean and standard deviation" (2012).
     */
    static Interval ofShare(Total part, Total rest, double z) {
        double both = part.value() * rest.value();
        double partLow = part.low(z);
        double partHigh = part.high(z);
        double restLow = rest.low(z);
        double restHigh = rest.high(z);
        double lowTerm = partLow * (2 * part.value() - partLow);
        double lowRoot = Math.sqrt(Math.max(0, both * both - restHigh * (2 * rest.value() - restHigh) * lowTerm));
        double low = lowTerm == 0 ? 0 : lowTerm / (both + lowRoot);
        double highTerm = partHigh * (2 * part.value() - partHigh);
        double divisor = restLow * (2 * rest.value() - restLow);
        double high = divisor == 0
                ? Double.POSITIVE_INFINITY
                : (both + Math.sqrt(both * both - divisor * highTerm)) / divisor;
        return new Interval(low / (1 + low), Double.isInfinite(high) ? 1 : high / (1 + high));
    }

    /**
     * The lower limit of how much higher one share is than another: Newcombe, "Interval estimation for the difference between
     * independent proportions" (1998), method 10. Above 0 it is significant.
     */
    static double leastDifference(double higher, Interval ofHigher, double lower, Interval ofLower) {
        return higher - lower - Math.hypot(higher - ofHigher.low, ofLower.high - lower);
    }

    /**
     * The z for 95 of 100 if that many comparisons are to be right together: Bonferroni; the inverse after Abramowitz, Stegun,
     * "Handbook of mathematical functions" (1964), 26.2.23, within 0.00045.
     */
    static double zFor(int comparisons) {
        double t = Math.sqrt(-2 * Math.log(0.025 / Math.max(1, comparisons)));
        return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
    }
}
