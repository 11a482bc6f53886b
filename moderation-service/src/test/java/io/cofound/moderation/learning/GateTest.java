package io.cofound.moderation.learning;

import java.util.Map;

import io.cofound.moderation.classify.Figures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final Figures PARENT = figures(0.90, 0.02, 0.15);

    @Test
    void lets_pass_what_is_as_good_or_within_the_margins() {
        assertThat(Gate.regressions("texts", PARENT, PARENT, 0, 0.01, 0.02)).isEmpty();
        assertThat(Gate.regressions("texts", PARENT, figures(0.95, 0.03, 0.17), 0, 0.0101, 0.0201))
                .isEmpty();
    }

    @Test
    void stops_what_finds_the_right_label_less_often() {
        assertThat(Gate.regressions("texts", PARENT, figures(0.899, 0.02, 0.15), 0, 0.01, 0.02))
                .containsExactly("texts: macro-F1 falls from 0.900 to 0.899");
    }

    @Test
    void stops_what_holds_more_good_texts() {
        assertThat(Gate.regressions("texts", PARENT, figures(0.95, 0.04, 0.15), 0, 0.01, 0.02))
                .containsExactly("texts: OK held or rejected rises from 0.020 to 0.040");
    }

    @Test
    void stops_what_publishes_more_bad_texts() {
        assertThat(Gate.regressions("texts", PARENT, figures(0.95, 0.02, 0.20), 0, 0.01, 0.02))
                .containsExactly("texts: bad published rises from 0.150 to 0.200");
    }

    private static Figures figures(double macroF1, double held, double published) {
        return new Figures(100, 0.9, macroF1, 0.2, 0.02, held, published, Map.of());
    }
}
