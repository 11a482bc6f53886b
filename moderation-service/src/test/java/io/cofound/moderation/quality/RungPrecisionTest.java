package io.cofound.moderation.quality;

import java.util.Map;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RungPrecisionTest {

    @Test
    void each_step_answers_for_what_it_held_or_rejected_itself() {
        Map<Rung, Estimate> precision = RungPrecision.of(new Texts(1)
                .add("asia", Rung.RULES, Action.HOLD, Label.SPAM, Label.SPAM, 30, 1)
                .add("asia", Rung.RULES, Action.REJECT, Label.SPAM, Label.SPAM, 8, 0.1)
                .add("asia", Rung.RULES, Action.REJECT, Label.SPAM, Label.OK, 2, 0.1)
                .add("asia", Rung.MODEL, Action.HOLD, Label.ABUSE, Label.ABUSE, 45, 1)
                .add("asia", Rung.MODEL, Action.HOLD, Label.ABUSE, Label.OK, 15, 1)
                .add("asia", Rung.MODEL, Action.PUBLISH, Label.OK, Label.SPAM, 200, 0.1)
                .cells());

        assertThat(precision.get(Rung.RULES).value()).isEqualTo((30 + 80) / 130.0);
        assertThat(precision.get(Rung.RULES).texts()).isEqualTo(40);
        assertThat(precision.get(Rung.MODEL).value()).isEqualTo(45 / 60.0);
        assertThat(precision.get(Rung.MODEL).low()).isLessThan(0.75);
        assertThat(precision.get(Rung.HUMAN)).isEqualTo(Estimate.notEnough(0));
    }

    @Test
    void of_too_few_answers_no_figure_is_made() {
        Map<Rung, Estimate> precision = RungPrecision.of(new Texts(1)
                .add("asia", Rung.RULES, Action.HOLD, Label.SPAM, Label.SPAM, Quality.LEAST_FLAGGED - 1, 1)
                .add("asia", Rung.MODEL, Action.HOLD, Label.SPAM, Label.SPAM, Quality.LEAST_FLAGGED, 1)
                .add("asia", Rung.MODEL, Action.REJECT, Label.SPAM, null, 1, 0.1)
                .add("asia", null, Action.HOLD, Label.SPAM, Label.SPAM, Quality.LEAST_FLAGGED, 1)
                .cells());

        assertThat(precision.get(Rung.RULES)).isEqualTo(Estimate.notEnough(Quality.LEAST_FLAGGED - 1));
        assertThat(precision.get(Rung.MODEL)).isEqualTo(Estimate.notEnough(Quality.LEAST_FLAGGED));
        assertThat(precision.get(Rung.LLM)).isEqualTo(Estimate.notEnough(0));
    }
}
