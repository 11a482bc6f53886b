package io.cofound.moderation.quality;

import java.util.stream.IntStream;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FairnessTest {

    private static final double BOUND = 0.03;

    @Test
    void a_wide_gap_between_many_texts_is_an_alarm() {
        Fairness fairness = fairness(new Texts(3)
                .judged(10_000, "africa", 0.05, 0.8, 0.09, 0.1)
                .judged(10_000, "europe", 0.05, 0.8, 0.01, 0.1));

        Fairness.Grouping regions = fairness.groupings().get(Fairness.REGION);
        assertThat(regions.falsePositives().get("africa").value()).isCloseTo(0.09, within(0.015));
        assertThat(regions.gap().highest()).isEqualTo("africa");
        assertThat(regions.gap().lowest()).isEqualTo("europe");
        assertThat(regions.alarm()).isTrue();
        assertThat(fairness.alarm()).isTrue();
        assertThat(fairness.groupings().get(Fairness.LANGUAGE).gap()).isNull();
    }

    @Test
    void a_gap_below_the_bound_is_none_however_sure_it_is() {
        Fairness.Grouping regions = regions(new Texts(3)
                .judged(100_000, "africa", 0.05, 0.8, 0.03, 0.2)
                .judged(100_000, "europe", 0.05, 0.8, 0.01, 0.2));

        assertThat(regions.gap().least()).isGreaterThan(0);
        assertThat(regions.alarm()).isFalse();
    }

    @Test
    void a_gap_that_may_be_chance_is_none_however_wide_it_is() {
        Fairness.Grouping regions = regions(new Texts(5)
                .add("africa", Action.HOLD, Label.SPAM, Label.OK, 5, 1)
                .add("africa", Action.PUBLISH, Label.OK, Label.OK, 60, 0.6)
                .add("europe", Action.HOLD, Label.SPAM, Label.OK, 1, 1)
                .add("europe", Action.PUBLISH, Label.OK, Label.OK, 60, 0.6));

        assertThat(regions.gap().difference()).isGreaterThan(BOUND);
        assertThat(regions.gap().least()).isLessThan(0);
        assertThat(regions.alarm()).isFalse();
    }

    @Test
    void a_wide_gap_of_a_small_group_does_not_hide_a_sure_one() {
        Fairness.Grouping regions = regions(new Texts(5)
                .judged(10_000, "africa", 0.05, 0.8, 0.09, 0.1)
                .judged(10_000, "europe", 0.05, 0.8, 0.01, 0.1)
                .add("oceania", Action.REJECT, Label.SPAM, Label.OK, 1, 0.05)
                .add("oceania", Action.PUBLISH, Label.OK, Label.OK, 50, 0.3));

        assertThat(regions.falsePositives().get("oceania").value()).isGreaterThan(0.1);
        assertThat(regions.gap().highest()).isEqualTo("africa");
        assertThat(regions.alarm()).isTrue();
    }

    @Test
    void those_of_whom_nothing_is_known_are_shown_but_not_compared() {
        Fairness.Grouping regions = regions(new Texts(5)
                .judged(10_000, Cell.UNKNOWN, 0.05, 0.8, 0.09, 0.1)
                .judged(10_000, "europe", 0.05, 0.8, 0.01, 0.1));

        assertThat(regions.falsePositives()).containsKeys(Cell.UNKNOWN, "europe");
        assertThat(regions.gap()).isNull();
        assertThat(regions.alarm()).isFalse();
    }

    @Test
    void among_equals_a_gap_is_seldom_significant() {
        long found = IntStream.range(0, 300)
                .filter(seed -> regions(new Texts(seed)
                                .judged(3_000, "africa", 0.05, 0.8, 0.03, 0.05)
                                .judged(3_000, "asia", 0.05, 0.8, 0.03, 0.05)
                                .judged(3_000, "europe", 0.05, 0.8, 0.03, 0.05)
                                .judged(3_000, "oceania", 0.05, 0.8, 0.03, 0.05))
                        .gap()
                        .isSignificant())
                .count();

        // 15 are promised; the rest is luck of the seeds.
        assertThat(found).isLessThan(25);
    }

    private static Fairness fairness(Texts texts) {
        return Fairness.of(28, BOUND, texts.cells());
    }

    private static Fairness.Grouping regions(Texts texts) {
        return fairness(texts).groupings().get(Fairness.REGION);
    }
}
