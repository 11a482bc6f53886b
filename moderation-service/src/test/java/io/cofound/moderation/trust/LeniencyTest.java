package io.cofound.moderation.trust;

import java.util.List;
import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Calibration;
import io.cofound.moderation.classify.Classification;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LeniencyTest {

    private static final Calibration CALIBRATION = new Calibration(1, 0.8, 0.9);

    private final Leniency leniency = new Leniency(() -> Map.of(0, 0.0, 1, 0.0, 2, 0.1, 3, 0.25, 4, 0.35), null);

    @Test
    void nothing_changes_for_those_nobody_knows() {
        Classification held = held(0.8001, Rung.MODEL);

        assertThat(Leniency.narrowed(held, CALIBRATION, leniency.narrowing(0))).isSameAs(held);
        assertThat(leniency.narrowing(7)).isZero();
    }

    @Test
    void a_trusted_authors_doubtful_text_is_published_up_to_a_point_that_rises_with_trust() {
        assertThat(actionAt(2, 0.805)).isEqualTo(Action.PUBLISH);
        assertThat(actionAt(2, 0.82)).isEqualTo(Action.HOLD);
        assertThat(actionAt(4, 0.82)).isEqualTo(Action.PUBLISH);
        assertThat(actionAt(4, 0.85)).isEqualTo(Action.HOLD);
    }

    @Test
    void what_the_model_rejects_and_what_rules_decide_is_the_same_for_everybody() {
        Classification rejected = judged(0.95, Action.REJECT, Rung.MODEL);
        Classification ruled = held(0.81, Rung.RULES);

        assertThat(Leniency.narrowed(rejected, CALIBRATION, 0.35)).isSameAs(rejected);
        assertThat(Leniency.narrowed(ruled, CALIBRATION, 0.35)).isSameAs(ruled);
    }

    private Action actionAt(int trustLevel, double risk) {
        return Leniency.narrowed(held(risk, Rung.MODEL), CALIBRATION, leniency.narrowing(trustLevel))
                .action();
    }

    private static Classification held(double risk, Rung rung) {
        return judged(risk, Action.HOLD, rung);
    }

    private static Classification judged(double risk, Action action, Rung rung) {
        Map<Label, Double> scores = Map.of(Label.OK, 1 - risk, Label.SPAM, risk, Label.ABUSE, 0.0, Label.SCAM, 0.0);
        return new Classification(
                Label.SPAM, scores, action, rung, List.of(new Reason("no-unsolicited-advertising", "…")), "local");
    }
}
