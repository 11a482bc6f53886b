package io.cofound.moderation.quality;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class IntervalProperties {

    private static final int TIMES = 500;

    @Property
    void wilsons_limits_are_shares_around_the_share(
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 1, max = 1_000_000) int texts) {
        Interval interval = Interval.wilson(share, texts, Interval.Z95);

        assertThat(interval.low()).isBetween(0.0, share + 1e-12);
        assertThat(interval.high()).isBetween(share - 1e-12, 1.0);
    }

    @Property
    void more_texts_narrow_it_and_more_confidence_widens_it(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @IntRange(min = 2, max = 10_000) int texts) {
        double width = width(Interval.wilson(share, texts, Interval.Z95));

        assertThat(width(Interval.wilson(share, 2 * texts, Interval.Z95))).isLessThan(width);
        assertThat(width(Interval.wilson(share, texts, 3))).isGreaterThan(width);
    }

    @Property
    void limits_of_a_share_of_two_totals_are_shares_around_it(
            @ForAll @IntRange(max = 2_000) int part,
            @ForAll @IntRange(max = 2_000) int rest,
            @ForAll @DoubleRange(min = 1, max = 200) double weight) {
        Interval interval = Interval.ofShare(counted(part, 1), counted(rest, weight), Interval.Z95);
        double share = part == 0 ? 0 : part / (part + rest * weight);

        assertThat(interval.low()).isBetween(0.0, 1.0);
        assertThat(interval.high()).isBetween(interval.low(), 1.0);
        if (part + rest > 0) {
            assertThat(share).isBetween(interval.low() - 1e-9, interval.high() + 1e-9);
        }
    }

    @Property
    void limits_swap_when_the_parts_do(
            @ForAll @IntRange(max = 500) int part, @ForAll @IntRange(min = 1, max = 500) int rest) {
        Interval there = Interval.ofShare(counted(part, 1), counted(rest, 20), Interval.Z95);
        Interval back = Interval.ofShare(counted(rest, 20), counted(part, 1), Interval.Z95);

        assertThat(back.low()).isCloseTo(1 - there.high(), within(1e-6));
        assertThat(back.high()).isCloseTo(1 - there.low(), within(1e-6));
    }

    /** The exact limits of a Poisson count, from tables; of a single one the approximation is a little low. */
    @Example
    void limits_of_a_count_are_those_of_rare_events() {
        assertThat(counted(0, 1).high(Interval.Z95)).isCloseTo(3.689, within(0.03));
        assertThat(counted(1, 1).low(Interval.Z95)).isCloseTo(0.0253, within(0.013));
        assertThat(counted(1, 1).high(Interval.Z95)).isCloseTo(5.572, within(0.01));
        assertThat(counted(10, 1).low(Interval.Z95)).isCloseTo(4.795, within(0.01));
        assertThat(counted(10, 1).high(Interval.Z95)).isCloseTo(18.390, within(0.01));
        assertThat(counted(100, 3).low(Interval.Z95)).isCloseTo(3 * 81.364, within(0.1));
    }

    @Example
    void more_comparisons_ask_for_more() {
        assertThat(Interval.zFor(1)).isCloseTo(1.9600, within(0.0005));
        assertThat(Interval.zFor(5)).isCloseTo(2.5758, within(0.0005));
        assertThat(Interval.zFor(50)).isCloseTo(3.2905, within(0.0005));
    }

    /** Computed, not drawn. Single truths are a little off, as counts are whole: Brown, Cai, DasGupta (2001), figure 5. */
    @Property(tries = 20)
    void wilsons_interval_holds_the_truth_about_as_often_as_it_says(@ForAll @IntRange(min = 30, max = 400) int texts) {
        double[] held = IntStream.rangeClosed(2, 98)
                .mapToDouble(percent -> IntStream.rangeClosed(0, texts)
                        .filter(found -> holds(found, texts, percent / 100.0))
                        .mapToDouble(found -> chance(found, texts, percent / 100.0))
                        .sum())
                .toArray();

        assertThat(Arrays.stream(held).average().orElseThrow()).isBetween(0.945, 0.957);
        assertThat(Arrays.stream(held).min().orElseThrow()).isGreaterThan(0.9);
    }

    @Example
    void the_interval_of_recall_holds_the_truth_about_as_often_as_it_says() {
        for (double recall : List.of(0.5, 0.8, 0.95)) {
            for (double drawn : List.of(0.02, 0.1)) {
                assertThat(held(i -> {
                            var cells = new Texts(i)
                                    .judged(8_000, "asia", 0.05, recall, 0.02, drawn)
                                    .cells();
                            Estimate found = Quality.of(28, cells, List.of())
                                    .languages()
                                    .get("en")
                                    .recall();
                            return found.low() <= recall && recall <= found.high();
                        }))
                        .as("recall %s, drawn %s", recall, drawn)
                        .isBetween(0.935, 1.0);
            }
        }
    }

    @Example
    void the_interval_of_false_positives_holds_the_truth_about_as_often_as_it_says() {
        for (double truth : List.of(0.01, 0.05)) {
            assertThat(held(i -> {
                        var cells = new Texts(i)
                                .judged(8_000, "asia", 0.05, 0.8, truth, 0.02)
                                .cells();
                        Estimate found = Fairness.of(28, 0.03, cells)
                                .groupings()
                                .get(Fairness.REGION)
                                .falsePositives()
                                .get("asia");
                        return found.low() <= truth && truth <= found.high();
                    }))
                    .as("false positives %s", truth)
                    .isBetween(0.935, 0.985);
        }
    }

    private static boolean holds(int found, int texts, double truth) {
        Interval interval = Interval.wilson((double) found / texts, texts, Interval.Z95);
        return interval.low() <= truth && truth <= interval.high();
    }

    /** Of the binomial distribution. */
    private static double chance(int found, int texts, double truth) {
        double log = found * Math.log(truth) + (texts - found) * Math.log(1 - truth);
        for (int i = 1; i <= found; i++) {
            log += Math.log((double) (texts - found + i) / i);
        }
        return Math.exp(log);
    }

    private static double held(IntPredicate holds) {
        return (double) IntStream.range(0, TIMES).filter(holds).count() / TIMES;
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static Total counted(int texts, double weight) {
        return new Total(texts * weight, texts * weight * weight, weight, weight * weight);
    }
}
