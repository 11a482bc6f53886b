package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class EvaluationTest {

    @Test
    void counts_as_one_would_by_hand() {
        Figures figures = Evaluation.of(List.of(
                judged(Label.OK, Label.OK, Action.PUBLISH),
                judged(Label.OK, Label.SPAM, Action.HOLD),
                judged(Label.SPAM, Label.SPAM, Action.REJECT),
                judged(Label.SPAM, Label.SPAM, Action.PUBLISH)));

        assertThat(figures.accuracy()).isEqualTo(0.75);
        assertThat(figures.labels().get("SPAM").precision()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(figures.labels().get("SPAM").recall()).isEqualTo(1);
        assertThat(figures.labels().get("OK").f1()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(figures.goodHeldOrRejected()).isEqualTo(0.5);
        assertThat(figures.badPublished()).isEqualTo(0.5);
        assertThat(figures.logLoss()).isCloseTo(-(3 * Math.log(0.7) + Math.log(0.1)) / 4, within(1e-9));
        // It says .7 each time and is right in .75 of them.
        assertThat(figures.calibrationError()).isCloseTo(0.05, within(1e-9));
    }

    private static Evaluation.Judged judged(Label truth, Label called, Action action) {
        Map<Label, Double> scores = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            scores.put(label, label == called ? 0.7 : 0.1);
        }
        return new Evaluation.Judged(
                new LabelledText(truth, "en", "text"),
                new Classification(called, scores, action, Rung.MODEL, List.of(), "test"));
    }
}
