package io.cofound.community.trust;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import io.cofound.community.trust.Assessment.Contribution;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class TrustRuleProperties {

    private static final Instant NOW = Instant.ofEpochSecond(2_000_000_000);
    private static final double ROUNDING = 1e-9;

    private final TrustRule rule = TrustRules.standard();

    /** How a member came to where they are. */
    record History(Instant registeredAt, List<Signal> signals) {}

    @Property
    void one_more_accepted_post_never_lowers(@ForAll("histories") History history, @ForAll("ages") Duration age) {
        Assessment before = assess(history);
        Assessment after = assess(with(history, SignalKind.ACCEPTED_POST, age));

        assertThat(after.level()).isGreaterThanOrEqualTo(before.level());
        assertThat(after.score()).isGreaterThanOrEqualTo(before.score() - ROUNDING);
    }

    @Property
    void one_more_kept_registration_never_lowers(@ForAll("histories") History history, @ForAll("ages") Duration age) {
        assertThat(assess(with(history, SignalKind.KEPT_REGISTRATION, age)).level())
                .isGreaterThanOrEqualTo(assess(history).level());
    }

    @Property
    void one_more_bad_deed_never_raises(
            @ForAll("histories") History history, @ForAll("bad") SignalKind kind, @ForAll("ages") Duration age) {
        Assessment before = assess(history);
        Assessment after = assess(with(history, kind, age));

        assertThat(after.level()).isLessThanOrEqualTo(before.level());
        assertThat(after.score()).isLessThanOrEqualTo(before.score() + ROUNDING);
    }

    @Property
    void an_accepted_post_that_is_refused_later_never_raises(
            @ForAll("histories") History history, @ForAll("ages") Duration age) {
        Assessment accepted = assess(with(history, SignalKind.ACCEPTED_POST, age));
        Assessment refused = assess(with(history, SignalKind.REJECTED_POST, age));

        assertThat(refused.level()).isLessThanOrEqualTo(accepted.level());
        assertThat(refused.score()).isLessThanOrEqualTo(accepted.score() + ROUNDING);
    }

    @Property
    void the_order_of_signals_does_not_matter(@ForAll("histories") History history, @ForAll Random random) {
        List<Signal> shuffled = new ArrayList<>(history.signals());
        Collections.shuffle(shuffled, random);

        assertThat(rule.assess(history.registeredAt(), shuffled, NOW)).isEqualTo(assess(history));
    }

    @Property
    void time_alone_never_raises_the_score(
            @ForAll("histories") History history, @ForAll @LongRange(min = 0, max = 100_000_000) long seconds) {
        Assessment later = rule.assess(history.registeredAt(), history.signals(), NOW.plusSeconds(seconds));

        assertThat(later.score()).isLessThanOrEqualTo(assess(history).score() + ROUNDING);
    }

    @Property
    void nothing_changes_before_the_review(
            @ForAll("histories") History history, @ForAll @IntRange(max = 99) int percent) {
        Assessment now = assess(history);
        Duration rest = now.reviewAt() == null
                ? Duration.ofDays(3_650)
                : Duration.between(NOW, now.reviewAt()).minusSeconds(2);
        Instant later = NOW.plus(
                rest.isNegative() ? Duration.ZERO : rest.multipliedBy(percent).dividedBy(100));

        assertThat(rule.assess(history.registeredAt(), history.signals(), later).level())
                .isEqualTo(now.level());
    }

    @Property
    void reviews_bring_everybody_who_falls_silent_down_to_nothing(@ForAll("histories") History history) {
        Assessment assessment = assess(history);
        for (int review = 0; assessment.reviewAt() != null; review++) {
            assertThat(review).as("reviews of one silent member").isLessThan(20);
            assessment = rule.assess(history.registeredAt(), history.signals(), assessment.reviewAt());
        }

        assertThat(assessment.level()).isZero();
    }

    @Property
    void the_contributions_sum_to_the_score(@ForAll("histories") History history) {
        Assessment assessment = assess(history);
        double sum = assessment.contributions().stream()
                .mapToDouble(Contribution::value)
                .sum();

        assertThat(assessment.score()).isCloseTo(Math.max(0, sum), within(ROUNDING));
        TrustView view = TrustView.of(assessment.level(), assessment, rule);
        assertThat(view.signals().stream()
                        .map(TrustView.Line::contribution)
                        .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add))
                .isEqualByComparingTo(view.score());
    }

    @Property
    void a_text_reported_within_the_window_caps_every_history(@ForAll("histories") History history) {
        Assessment assessment = assess(with(history, SignalKind.REPORTED_TEXT, Duration.ofDays(29)));

        assertThat(assessment.level()).isLessThanOrEqualTo(1);
        assertThat(assessment.cappedUntil()).isAfter(NOW);
    }

    @Property
    void the_histories_reach_every_level(@ForAll("histories") History history) {
        Statistics.collect(assess(history).level());
        Statistics.coverage(levels -> {
            for (int level = 0; level <= TrustRule.HIGHEST_LEVEL; level++) {
                levels.check(level).count(count -> count > 0);
            }
        });
    }

    @Provide
    Arbitrary<History> histories() {
        Arbitrary<Integer> daysAgo =
                Arbitraries.integers().between(0, 400).withDistribution(RandomDistribution.uniform());
        Arbitrary<Signal> good = signals(Arbitraries.of(
                SignalKind.ACCEPTED_POST,
                SignalKind.ACCEPTED_POST,
                SignalKind.KEPT_REGISTRATION,
                SignalKind.UPHELD_REPORT));
        Arbitrary<List<Signal>> mixed =
                Arbitraries.oneOf(good, signals(bad())).list().ofMaxSize(30);
        Arbitrary<List<Signal>> fewOrMany = Arbitraries.oneOf(
                good.list().ofMaxSize(30), good.list().ofMinSize(60).ofMaxSize(120));
        return Combinators.combine(daysAgo, fewOrMany, mixed).as((days, goods, others) -> {
            List<Signal> signals = new ArrayList<>(goods);
            signals.addAll(others.subList(0, others.size() / (1 + goods.size() / 20)));
            return new History(NOW.minus(Duration.ofDays(days)), signals);
        });
    }

    @Provide
    Arbitrary<SignalKind> bad() {
        return Arbitraries.of(SignalKind.REJECTED_POST, SignalKind.MISSED_REGISTRATION, SignalKind.REPORTED_TEXT);
    }

    @Provide
    Arbitrary<Duration> ages() {
        return Arbitraries.longs()
                .between(0, 300L * 86_400)
                .withDistribution(RandomDistribution.uniform())
                .map(Duration::ofSeconds);
    }

    private Arbitrary<Signal> signals(Arbitrary<SignalKind> kinds) {
        return Combinators.combine(kinds, ages()).as(TrustRuleProperties::signal);
    }

    private Assessment assess(History history) {
        return rule.assess(history.registeredAt(), history.signals(), NOW);
    }

    private static History with(History history, SignalKind kind, Duration age) {
        List<Signal> signals = new ArrayList<>(history.signals());
        signals.add(signal(kind, age));
        return new History(history.registeredAt(), signals);
    }

    private static Signal signal(SignalKind kind, Duration age) {
        return new Signal(kind, UUID.randomUUID(), 1, NOW.minus(age), NOW.minus(age));
    }
}
