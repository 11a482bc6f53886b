package io.cofound.community.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cofound.community.trust.TrustView.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class TrustRuleTest {

    private static final Instant NOW = Instant.ofEpochSecond(2_000_000_000);
    private static final Duration DAY = Duration.ofDays(1);

    private final TrustRule rule = TrustRules.standard();

    @Test
    void a_newcomer_starts_at_nothing() {
        assertThat(assess(Duration.ZERO, List.of()).level()).isZero();
    }

    @ParameterizedTest(name = "a post every {0} days for a year")
    @CsvSource({"7, 4", "14, 3", "30, 2", "90, 1"})
    void who_writes_regularly_settles_at(int everyDays, int level) {
        assertThat(assess(DAY.multipliedBy(400), postsEvery(everyDays)).level()).isEqualTo(level);
    }

    @Test
    void a_signal_counts_half_after_a_half_life() {
        assertThat(assess(DAY.multipliedBy(200), List.of(signal(SignalKind.ACCEPTED_POST, DAY.multipliedBy(90))))
                        .score())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void a_burst_on_one_day_is_no_history() {
        List<Signal> burst = IntStream.range(0, 50)
                .mapToObj(i -> signal(SignalKind.ACCEPTED_POST, Duration.ofMinutes(i)))
                .toList();

        assertThat(assess(DAY.multipliedBy(400), burst).level()).isEqualTo(1);
    }

    @Test
    void who_is_young_waits_and_is_reviewed_on_the_day() {
        List<Signal> posts = IntStream.range(0, 6)
                .mapToObj(i -> signal(SignalKind.ACCEPTED_POST, DAY.multipliedBy(i)))
                .toList();

        Assessment assessment = assess(DAY.multipliedBy(10), posts);

        assertThat(assessment.level()).isEqualTo(1);
        assertThat(assessment.reviewAt()).isEqualTo(NOW.plus(DAY.multipliedBy(4)));
    }

    @Test
    void three_refusals_in_a_month_cap_the_level_until_the_first_of_them_is_a_month_old() {
        List<Signal> signals = Stream.concat(
                        postsEvery(2).stream(),
                        Stream.of(2, 5, 9).map(days -> signal(SignalKind.REJECTED_POST, DAY.multipliedBy(days))))
                .toList();

        Assessment assessment = assess(DAY.multipliedBy(400), signals);

        assertThat(assessment.level()).isEqualTo(1);
        assertThat(assessment.cappedUntil()).isEqualTo(NOW.plus(DAY.multipliedBy(21)));
        assertThat(assessment.reviewAt()).isEqualTo(assessment.cappedUntil());
    }

    @Test
    void two_refusals_are_no_cap() {
        List<Signal> signals = Stream.concat(
                        postsEvery(2).stream(),
                        Stream.of(2, 5).map(days -> signal(SignalKind.REJECTED_POST, DAY.multipliedBy(days))))
                .toList();

        assertThat(assess(DAY.multipliedBy(400), signals).level()).isEqualTo(4);
    }

    @Test
    void whose_registration_is_not_heard_of_yet_is_at_nothing() {
        assertThat(rule.assess(null, postsEvery(7), NOW).level()).isZero();
    }

    @Test
    void the_explanation_says_what_the_next_level_takes() {
        Assessment assessment = assess(
                DAY.multipliedBy(3),
                List.of(signal(SignalKind.ACCEPTED_POST, DAY), signal(SignalKind.REPORTED_TEXT, DAY.multipliedBy(2))));

        TrustView view = TrustView.of(1, assessment, rule);

        assertThat(view.signals())
                .extracting(TrustView.Line::kind)
                .containsExactly("ACCEPTED_POST", "REPORTED_TEXT", "FLOOR");
        assertThat(view.score()).isZero();
        assertThat(view.next().missing())
                .extracting(TrustView.Missing::requirement)
                .containsExactly(
                        Requirement.SCORE, Requirement.AGE_DAYS, Requirement.ACTIVE_DAYS, Requirement.NO_RECENT_HARM);
        assertThat(TrustView.of(TrustRule.HIGHEST_LEVEL, assessment, rule).next())
                .isNull();
    }

    @Test
    void numbers_that_contradict_each_other_do_not_start() {
        assertThatThrownBy(() -> TrustRules.with(Map.of("cofound.trust.scores", "3,2,8,16")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scores");
        assertThatThrownBy(() -> TrustRules.with(Map.of("cofound.trust.active-days", "1,3,10")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("active-days");
        assertThatThrownBy(() -> TrustRules.with(Map.of("cofound.trust.half-life", "PT0S")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Assessment assess(Duration age, List<Signal> signals) {
        return rule.assess(NOW.minus(age), signals, NOW);
    }

    private static List<Signal> postsEvery(int days) {
        return IntStream.rangeClosed(1, 365 / days)
                .mapToObj(i -> signal(SignalKind.ACCEPTED_POST, DAY.multipliedBy((long) i * days - days / 2)))
                .toList();
    }

    private static Signal signal(SignalKind kind, Duration age) {
        return new Signal(kind, UUID.randomUUID(), 1, NOW.minus(age), NOW.minus(age));
    }
}
