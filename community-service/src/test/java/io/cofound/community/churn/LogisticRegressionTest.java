package io.cofound.community.churn;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LogisticRegressionTest {

    @Test
    void finds_the_weights_that_made_the_outcomes() {
        Random random = new Random(7);
        double[][] x = new double[20_000][];
        boolean[] y = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = new double[] {random.nextGaussian(), random.nextGaussian()};
            y[i] = random.nextDouble() < LogisticRegression.probability(-0.5 + 1.5 * x[i][0] - 0.7 * x[i][1]);
        }

        double[] weights = LogisticRegression.fit(x, y, 1e-3);

        assertThat(weights).containsExactly(new double[] {-0.5, 1.5, -0.7}, within(0.08));
    }

    @Test
    void says_the_share_where_no_column_tells_anything() {
        double[][] x = {{0}, {0}, {0}, {0}};
        boolean[] y = {true, false, false, false};

        double[] weights = LogisticRegression.fit(x, y, 1);

        assertThat(LogisticRegression.probability(weights[0])).isCloseTo(0.25, within(1e-6));
        assertThat(weights[1]).isZero();
    }

    @Test
    void stays_finite_where_a_column_says_it_all() {
        double[][] x = {{-2}, {-1}, {1}, {2}};
        boolean[] y = {false, false, true, true};

        double[] weights = LogisticRegression.fit(x, y, 0.1);

        assertThat(weights[1]).isBetween(1.0, 10.0);
    }
}
