package io.cofound.moderation.classify;

import java.util.List;
import java.util.stream.IntStream;

import io.cofound.moderation.classify.Regression.Example;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegressionTest {

    private static final int GOOD = 0;
    private static final int BAD = 1;
    private static final int WORSE = 2;

    @Test
    void learns_what_tells_classes_apart() {
        LinearModel model = Regression.train(examples(1 << BAD), 3, 20, 0.2);

        assertThat(model.probabilities(text(7))[GOOD]).isGreaterThan(0.9);
        assertThat(model.probabilities(text(8))[BAD]).isGreaterThan(0.9);
    }

    @Test
    void of_a_text_that_may_be_several_things_only_learns_what_it_is_not() {
        LinearModel model = Regression.train(examples(1 << BAD | 1 << WORSE), 3, 20, 0.2);

        double[] probabilities = model.probabilities(text(8));

        assertThat(probabilities[GOOD]).isLessThan(0.1);
        assertThat(probabilities[BAD]).isEqualTo(probabilities[WORSE]);
    }

    @Test
    void learns_the_same_twice() {
        double[] once = Regression.train(examples(1 << BAD), 3, 5, 0.2).probabilities(text(8));

        assertThat(Regression.train(examples(1 << BAD), 3, 5, 0.2).probabilities(text(8)))
                .containsExactly(once);
    }

    @Test
    void a_name_seen_once_says_nothing() {
        List<Example> once = List.of(new Example(text(7), 1 << GOOD, 1), new Example(text(9), 1 << BAD, 1));

        LinearModel model = Regression.train(once, 2, 20, 0.2);

        assertThat(model.probabilities(text(9))).containsExactly(model.probabilities(text(7)));
    }

    private static List<Example> examples(int bad) {
        return IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? new Example(text(7), 1 << GOOD, 1) : new Example(text(8), bad, 1))
                .toList();
    }

    private static Features text(int feature) {
        Features.Builder features = new Features.Builder();
        features.put(feature, 1);
        return features.build();
    }
}
