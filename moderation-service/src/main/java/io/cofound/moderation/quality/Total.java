package io.cofound.moderation.quality;

/**
 * How many there are of something, estimated from some that were drawn, each of which stands for several. The limits are those
 * of weighed sums of rare events: Fay, Feuer, "Confidence intervals for directly standardized rates: a method based on the gamma
 * distribution" (1997), with the mean weight in the upper one as in Tiwari, Clegg, Zou, "Efficient interval estimation for
 * age-adjusted cancer rates" (2006). They are sensible where none was found.
 *
 * @param value the sum of the weights
 * @param squares the sum of their squares
 * @param nextWeight what one more would weigh
 * @param nextSquare what one more would add to the squares
 */
record Total(double value, double squares, double nextWeight, double nextSquare) {

    double low(double z) {
        return value == 0 ? 0 : quantile(value, squares, -z);
    }

    double high(double z) {
        return quantile(value + nextWeight, squares + nextSquare, z);
    }

    /** Of the gamma distribution with that mean and variance: Wilson, Hilferty, "The distribution of chi-square" (1931). */
    private static double quantile(double mean, double variance, double z) {
        double shape = mean * mean / variance;
        double root = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        return mean * Math.pow(Math.max(0, root), 3);
    }
}
