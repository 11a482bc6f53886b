package io.cofound.community.insight;

import java.util.Arrays;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GiniProperties {

    @Property(tries = 200)
    void is_half_the_relative_mean_difference_of_all_pairs(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 1_000) Long> given) {
        long[] amounts = given.stream().mapToLong(Long::longValue).toArray();
        double differences = 0;
        for (long a : amounts) {
            for (long b : amounts) {
                differences += Math.abs(a - b);
            }
        }
        double n = amounts.length;
        double mean = Arrays.stream(amounts).average().orElseThrow();

        assertThat(Gini.of(amounts)).isCloseTo(differences / (2 * n * n * mean), within(1e-9));
    }

    @Property(tries = 200)
    void does_not_depend_on_the_unit(
            @ForAll @Size(min = 1, max = 30) List<@LongRange(min = 1, max = 1_000) Long> given,
            @ForAll @LongRange(min = 2, max = 50) long factor) {
        long[] amounts = given.stream().mapToLong(Long::longValue).toArray();
        long[] scaled = Arrays.stream(amounts).map(amount -> amount * factor).toArray();

        assertThat(Gini.of(scaled)).isCloseTo(Gini.of(amounts), within(1e-9));
    }

    @Property(tries = 50)
    void is_nothing_where_all_give_the_same(
            @ForAll @LongRange(min = 1, max = 1_000) long amount, @ForAll @IntRange(min = 1, max = 50) int members) {
        long[] all = new long[members];
        Arrays.fill(all, amount);

        assertThat(Gini.of(all)).isCloseTo(0, within(1e-9));
    }
}
