package io.cofound.matching.recommendation;

import java.time.Duration;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FreshnessProperties {

    @Property
    void halves_after_each_half_life(
            @ForAll @LongRange(max = 100_000_000_000L) long age,
            @ForAll @LongRange(min = 1, max = 10_000_000_000L) long halfLife) {
        double now = Freshness.of(Duration.ofMillis(age), Duration.ofMillis(halfLife));
        double later = Freshness.of(Duration.ofMillis(age + halfLife), Duration.ofMillis(halfLife));

        assertThat(now).isBetween(0.0, 1.0);
        assertThat(later).isCloseTo(now / 2, within(1e-9));
    }

    @Property
    void what_a_faster_clock_dated_ahead_is_new(@ForAll @LongRange(min = -1_000_000, max = 0) long age) {
        assertThat(Freshness.of(Duration.ofMillis(age), Duration.ofDays(7))).isEqualTo(1);
    }
}
