package io.cofound.moderation.learning;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PsiTest {

    @Test
    void is_nothing_where_shares_are_the_same() {
        assertThat(Psi.of(Map.of("a", 500L, "b", 500L), Map.of("a", 50_000L, "b", 50_000L)))
                .isCloseTo(0, within(1e-6));
    }

    @Test
    void is_what_the_formula_says() {
        double psi = Psi.of(Map.of("a", 7_000_000L, "b", 3_000_000L), Map.of("a", 9_000_000L, "b", 1_000_000L));

        // (.7 - .9) ln(.7 / .9) + (.3 - .1) ln(.3 / .1)
        assertThat(psi).isCloseTo(0.2700, within(1e-3));
    }

    @Test
    void is_finite_where_a_bin_is_new() {
        assertThat(Psi.of(Map.of("a", 100L, "b", 100L), Map.of("a", 1_000L))).isBetween(0.2, 10.0);
    }
}
