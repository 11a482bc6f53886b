package io.cofound.moderation.classify;

import java.util.List;
import java.util.stream.IntStream;

import io.cofound.moderation.classify.Regression.Example;
import io.cofound.moderation.classify.Regression.Plan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RegressionTest {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int WORSE = 2;
    private static final double[] ONLY_GOOD = {1, 0, 0};
    private static final Plan PLAN = new Plan(20, 0.2, 0);

    @Test
    void learns_what_tells_classes_apart() {
        LinearModel model = Regression.train(examples(0, 1, 0), 3, PLAN);

        assertThat(model.probabilities(text(7))[GOOD]).isGreaterThan(0.9);
        assertThat(model.probabilities(text(8))[BAD]).isGreaterThan(0.9);
    }

    @Test
    void of_a_text_that_may_be_several_things_only_learns_what_it_is_not() {
        LinearModel model = Regression.train(examples(0, 1, 1), 3, PLAN);

        double[] probabilities = model.probabilities(text(8));

        assertThat(probabilities[GOOD]).isLessThan(0.1);
        assertThat(probabilities[BAD]).isEqualTo(probabilities[WORSE]);
    }

    @Test
    void of_several_things_that_it_may_be_is_drawn_to_what_it_leans_to() {
        LinearModel model = Regression.train(examples(0, 1, 4), 3, PLAN);

        double[] probabilities = model.probabilities(text(8));

        assertThat(probabilities[WORSE]).isGreaterThan(2 * probabilities[BAD]);
    }

    @Test
    void odds_can_be_changed_afterwards() {
        LinearModel model = Regression.train(examples(0, 1, 0), 3, PLAN);

        double[] before = model.probabilities(text(3));
        double[] after = model.withOddsTimes(BAD, 0.5).probabilities(text(3));

        assertThat(after[BAD] / after[GOOD]).isCloseTo(before[BAD] / before[GOOD] / 2, within(1e-5));
    }

    @Test
    void learns_the_same_twice() {
        double[] once =
                Regression.train(examples(0, 1, 0), 3, new Plan(5, 0.2, 0.3)).probabilities(text(8));

        assertThat(Regression.train(examples(0, 1, 0), 3, new Plan(5, 0.2, 0.3)).probabilities(text(8)))
                .containsExactly(once);
    }

    @Test
    void a_name_seen_once_says_nothing() {
        List<Example> once =
                List.of(new Example(text(7), ONLY_GOOD, 1), new Example(text(9), new double[] {0, 1, 0}, 1));

        LinearModel model = Regression.train(once, 3, PLAN);

        assertThat(model.probabilities(text(9))).containsExactly(model.probabilities(text(7)));
    }

    private static List<Example> examples(double... bad) {
        return IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? new Example(text(7), ONLY_GOOD, 1) : new Example(text(8), bad, 1))
                .toList();
    }

    private static Features text(int feature) {
        Features.Builder features = new Features.Builder();
        features.put(feature, 1);
        return features.build();
    }
}
