package io.cofound.community.churn;

/**
 * Logistic regression with an L2 penalty, fitted by Newton's method (iteratively reweighted least squares; Hastie,
 * Tibshirani, Friedman, "The Elements of Statistical Learning", 2nd ed., 4.4.1 and 18.3.2). The objective is strictly
 * convex, so that there is one answer and no seed.
 */
final class LogisticRegression {

    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-10;

    private LogisticRegression() {}

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    /**
     * @param x one row an observation
     * @param y what happened
     * @param ridge weight of the penalty {@code ridge / 2 · Σ w²}, which the intercept does not have; positive
     * @return the intercept, then a coefficient for each column
     */
    static double[] fit(double[][] x, boolean[] y, double ridge) {
        double[] weights = new double[x[0].length + 1];
        double loss = loss(x, y, ridge, weights);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = newtonDirection(x, y, ridge, weights);
            double size = 1;
            double[] next = moved(weights, direction, size);
            double nextLoss = loss(x, y, ridge, next);
            // Far from the answer a whole step may go too far.
            while (nextLoss > loss && size > 1e-6) {
                size /= 2;
                next = moved(weights, direction, size);
                nextLoss = loss(x, y, ridge, next);
            }
            boolean done = loss - nextLoss <= TOLERANCE * (Math.abs(loss) + TOLERANCE);
            weights = nextLoss <= loss ? next : weights;
            loss = Math.min(loss, nextLoss);
            if (done) {
                break;
            }
        }
        return weights;
    }

    static double logOdds(double[] weights, double[] row) {
        double sum = weights[0];
        for (int i = 0; i < row.length; i++) {
            sum += weights[i + 1] * row[i];
        }
        return sum;
    }

    private static double loss(double[][] x, boolean[] y, double ridge, double[] weights) {
        double sum = 0;
        for (int i = 1; i < weights.length; i++) {
            sum += ridge / 2 * weights[i] * weights[i];
        }
        for (int i = 0; i < x.length; i++) {
            double logOdds = logOdds(weights, x[i]);
            double signed = y[i] ? -logOdds : logOdds;
            // ln(1 + e^s) without overflow
            sum += Math.max(signed, 0) + Math.log1p(Math.exp(-Math.abs(signed)));
        }
        return sum;
    }

    private static double[] newtonDirection(double[][] x, boolean[] y, double ridge, double[] weights) {
        int n = weights.length;
        double[][] hessian = new double[n][n];
        double[] gradient = new double[n];
        // The intercept's own term keeps the matrix regular where all probabilities are 0 or 1.
        hessian[0][0] = 1e-9;
        for (int j = 1; j < n; j++) {
            hessian[j][j] = ridge;
            gradient[j] = ridge * weights[j];
        }
        for (int i = 0; i < x.length; i++) {
            double p = probability(logOdds(weights, x[i]));
            double error = p - (y[i] ? 1 : 0);
            double variance = p * (1 - p);
            for (int j = 0; j < n; j++) {
                double xj = j == 0 ? 1 : x[i][j - 1];
                gradient[j] += error * xj;
                for (int k = 0; k <= j; k++) {
                    hessian[j][k] += variance * xj * (k == 0 ? 1 : x[i][k - 1]);
                }
            }
        }
        return Cholesky.solve(hessian, gradient);
    }

    private static double[] moved(double[] weights, double[] direction, double size) {
        double[] next = new double[weights.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = weights[i] - size * direction[i];
        }
        return next;
    }
}
