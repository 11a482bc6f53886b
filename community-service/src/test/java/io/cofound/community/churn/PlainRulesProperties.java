package io.cofound.community.churn;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PlainRulesProperties {

    private final PlainRules rules = new PlainRules();

    @Property(tries = 200)
    void longer_silence_never_lowers_the_risk(
            @ForAll @IntRange(min = 1, max = 90) int idleDays,
            @ForAll @IntRange(max = 90) int longer,
            @ForAll @IntRange(max = 30) int activeDays) {
        assertThat(risk(idleDays + longer, activeDays)).isGreaterThanOrEqualTo(risk(idleDays, activeDays));
    }

    @Property(tries = 200)
    void more_active_days_never_raise_the_risk(
            @ForAll @IntRange(min = 1, max = 90) int idleDays,
            @ForAll @IntRange(max = 29) int activeDays,
            @ForAll @IntRange(max = 10) int more) {
        assertThat(risk(idleDays, activeDays + more)).isLessThanOrEqualTo(risk(idleDays, activeDays));
    }

    @Property(tries = 200)
    void contributions_make_up_the_risk(
            @ForAll @IntRange(min = 1, max = 90) int idleDays, @ForAll @IntRange(max = 30) int activeDays) {
        Assessment assessment = rules.assess(behaviour(idleDays, activeDays));

        double logOdds = rules.base()
                + assessment.reasons().stream()
                        .mapToDouble(Assessment.Reason::contribution)
                        .sum();
        assertThat(assessment.risk()).isCloseTo(1 / (1 + Math.exp(-logOdds)), within(1e-12));
    }

    private double risk(int idleDays, int activeDays) {
        return rules.assess(behaviour(idleDays, activeDays)).risk();
    }

    private static Behaviour behaviour(int idleDays, int activeDays) {
        return new Behaviour(idleDays, activeDays, activeDays + 5, 1, 1, 0, 0, 20, 0, 1);
    }
}
