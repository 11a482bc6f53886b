package io.cofound.moderation.learning;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DriftFeatureTest {

    @Test
    void lengths_are_counted_in_characters() {
        assertThat(DriftFeature.length("🎉".repeat(40))).isEqualTo("to-40");
        assertThat(DriftFeature.length("a".repeat(41))).isEqualTo("to-140");
        assertThat(DriftFeature.length("a".repeat(2_001))).isEqualTo("longer");
    }

    @Test
    void letters_of_other_scripts_are_foreign() {
        assertThat(DriftFeature.foreignLetters("We ship on Monday, 我们周一上线, 1 2 3 🎉"))
                .isEqualTo("none");
        assertThat(DriftFeature.foreignLetters("Our friend Дарья ships on Monday with all of us together"))
                .isEqualTo("few");
        assertThat(DriftFeature.foreignLetters("Мы запускаемся в понедельник")).isEqualTo("many");
    }

    @Test
    void the_highest_risk_is_in_the_highest_bin() {
        assertThat(Risk.bin(0)).isZero();
        assertThat(Risk.bin(0.0999)).isZero();
        assertThat(Risk.bin(0.1)).isEqualTo(1);
        assertThat(Risk.bin(1)).isEqualTo(9);
    }
}
