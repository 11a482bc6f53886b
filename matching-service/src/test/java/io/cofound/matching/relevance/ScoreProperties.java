package io.cofound.matching.relevance;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreProperties {

    @Property
    void contributions_sum_to_the_score_exactly(
            @ForAll @Size(max = 20) List<@DoubleRange(max = 0.05) Double> contributions) {
        Score.Builder builder = new Score.Builder();
        contributions.forEach(contribution -> builder.add(Reason.Kind.CONCEPT, "x", contribution));

        Score score = builder.build();

        BigDecimal sum = score.reasons().stream()
                .map(reason -> BigDecimal.valueOf(reason.contribution()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(BigDecimal.valueOf(score.value())).isEqualByComparingTo(sum);
        assertThat(score.value()).isBetween(0.0, 1.0);
    }

    @Property
    void reasons_come_weightiest_first_and_none_is_empty(
            @ForAll @Size(max = 20) List<@DoubleRange(max = 0.05) Double> contributions) {
        Score.Builder builder = new Score.Builder();
        contributions.forEach(contribution -> builder.add(Reason.Kind.WORDS, "x", contribution));

        assertThat(builder.build().reasons())
                .isSortedAccordingTo((one, other) -> Double.compare(other.contribution(), one.contribution()))
                .allMatch(reason -> reason.contribution() > 0);
    }

    @Property
    void weights_keep_their_sum_when_there_is_no_meaning_to_weigh(
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double concepts,
            @ForAll @DoubleRange(max = 0.4) double meaning,
            @ForAll @DoubleRange(max = 0.1) double words) {
        Relevance weights = new Relevance(concepts, meaning, words);

        Relevance without = weights.given(new Evidence(0, java.util.Map.of(), java.util.OptionalDouble.empty(), 0));

        assertThat(without.concepts() + without.meaning() + without.words())
                .isCloseTo(concepts + meaning + words, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(without.meaning()).isZero();
    }
}
