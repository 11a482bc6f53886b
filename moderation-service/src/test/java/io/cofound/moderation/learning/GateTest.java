package io.cofound.moderation.learning;

import java.util.Map;

import io.cofound.moderation.classify.Figures;
import io.cofound.moderation.classify.ModelCard;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final Figures PARENT = figures(0.90, 0.02, 0.15);
    private static final Gate GATE = new Gate(new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(LearningConfig.class)
            .build()
            .getConfigMapping(LearningConfig.class));

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

    @Test
    void stops_what_is_worse_on_the_hold_out_in_one_language() {
        ModelCard parent = card(Map.of("all", PARENT, "en", PARENT, "zh", PARENT));
        ModelCard candidate =
                card(Map.of("all", PARENT, "en", figures(0.95, 0.01, 0.10), "zh", figures(0.90, 0.038, 0.15)));

        assertThat(GATE.onHoldOut(parent, parent)).isEmpty();
        assertThat(GATE.onHoldOut(parent, candidate))
                .containsExactly("hold-out, zh: OK held or rejected rises from 0.020 to 0.038");
    }

    @Test
    void stops_what_is_worse_on_decisions_in_one_language_of_which_there_are_enough() {
        var same = new Report.Comparison(PARENT, PARENT);

        assertThat(GATE.onDecisions(Map.of("all", same, "zh", worse(199)))).isEmpty();
        assertThat(GATE.onDecisions(Map.of("all", same, "zh", worse(200))))
                .containsExactly("held-out decisions, zh: macro-F1 falls from 0.900 to 0.850");
    }

    @Test
    void compares_all_decisions_however_few_and_stops_where_there_are_none() {
        assertThat(GATE.onDecisions(Map.of("all", worse(2), "en", worse(2))))
                .containsExactly("held-out decisions: macro-F1 falls from 0.900 to 0.850");
        assertThat(GATE.onDecisions(Map.of())).hasSize(1);
    }

    private static Report.Comparison worse(int texts) {
        return new Report.Comparison(PARENT, figures(texts, 0.85, 0.02, 0.15));
    }

    private static ModelCard card(Map<String, Figures> holdOut) {
        return new ModelCard("learnt", "", Map.of(), null, null, null, holdOut);
    }

    private static Figures figures(double macroF1, double held, double published) {
        return figures(100, macroF1, held, published);
    }

    private static Figures figures(int texts, double macroF1, double held, double published) {
        return new Figures(texts, 0.9, macroF1, 0.2, 0.02, held, published, Map.of());
    }
}
