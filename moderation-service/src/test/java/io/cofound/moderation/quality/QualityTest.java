package io.cofound.moderation.quality;

import java.util.List;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class QualityTest {

    @Test
    void each_drawn_text_stands_for_as_many_as_its_chance_says() {
        Quality.OfLanguage figures = english(new Texts(1)
                .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, 60, 1)
                .add("asia", Action.HOLD, Label.SPAM, Label.OK, 20, 1)
                .add("asia", Action.REJECT, Label.SCAM, Label.SCAM, 10, 0.25)
                .add("asia", Action.PUBLISH, Label.OK, Label.SPAM, 2, 0.02)
                .add("asia", Action.PUBLISH, Label.OK, Label.OK, 198, 0.02));

        assertThat(figures.precision().value()).isEqualTo((60 + 40) / 120.0);
        assertThat(figures.precision().texts()).isEqualTo(90);
        assertThat(figures.recall().value()).isEqualTo(100 / (100 + 100.0));
        assertThat(figures.recall().texts()).isEqualTo(290);
        Quality.OfLabel spam = figures.labels().get(Label.SPAM);
        assertThat(spam.precision().value()).isEqualTo(60 / 80.0);
        assertThat(spam.recall().value()).isEqualTo(60 / 160.0);
        assertThat(spam.f1()).isCloseTo(2 * 0.75 * 0.375 / 1.125, within(1e-12));
    }

    @Test
    void what_is_not_answered_is_taken_to_be_like_what_is() {
        Texts answered = new Texts(1)
                .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, 60, 1)
                .add("asia", Action.PUBLISH, Label.OK, Label.SPAM, 4, 0.1)
                .add("asia", Action.PUBLISH, Label.OK, Label.OK, 96, 0.1);
        double recall = english(answered).recall().value();

        answered.add("asia", Action.HOLD, Label.SPAM, null, 60, 1);

        assertThat(recall).isEqualTo(60 / 100.0);
        assertThat(english(answered).recall().value()).isEqualTo(120 / 160.0);
    }

    @Test
    void nothing_missed_in_few_drawn_texts_does_not_mean_that_nothing_was_missed() {
        Estimate recall = english(new Texts(1)
                        .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, 100, 1)
                        .add("asia", Action.PUBLISH, Label.OK, Label.OK, 150, 0.01))
                .recall();

        assertThat(recall.value()).isEqualTo(1);
        assertThat(recall.low()).isLessThan(0.3);
        assertThat(recall.high()).isEqualTo(1);
    }

    @Test
    void of_too_few_answers_no_figure_is_made() {
        Quality.OfLanguage few = english(new Texts(1)
                .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, Quality.LEAST_FLAGGED - 1, 1)
                .add("asia", Action.PUBLISH, Label.OK, Label.OK, Quality.LEAST_DRAWN, 0.1));
        Quality.OfLanguage undrawn = english(new Texts(1)
                .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, Quality.LEAST_FLAGGED, 1)
                .add("asia", Action.PUBLISH, Label.OK, Label.OK, Quality.LEAST_DRAWN - 1, 0.1));
        Quality.OfLanguage unanswered = english(new Texts(1)
                .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, Quality.LEAST_FLAGGED, 1)
                .add("asia", Action.REJECT, Label.SPAM, null, 1, 0.1)
                .add("asia", Action.PUBLISH, Label.OK, Label.OK, Quality.LEAST_DRAWN, 0.1));

        assertThat(few.precision().value()).isNull();
        assertThat(few.recall().value()).isNull();
        assertThat(undrawn.precision().value()).isEqualTo(1);
        assertThat(undrawn.recall().value()).isNull();
        assertThat(undrawn.labels().get(Label.SPAM).precision().value()).isNull();
        assertThat(unanswered.precision().value()).isNull();
        assertThat(english(new Texts(1)).recall().texts()).isZero();
    }

    @Test
    void the_calibration_error_weighs_texts_as_they_occur() {
        List<Cell> cells = new Texts(1)
                .add("asia", Action.HOLD, Label.SPAM, Label.SPAM, 100, 1)
                .add("asia", Action.PUBLISH, Label.OK, Label.OK, 100, 0.1)
                .cells();
        List<Bin> bins = List.of(
                new Bin("en", Action.HOLD, 7, 100, 65, 50), new Bin("en", Action.PUBLISH, 10, 1_000, 980, 1_000));

        Double error = Quality.of(28, cells, bins).languages().get("en").calibrationError();

        assertThat(error).isCloseTo((15 + 20) / 1_100.0, within(1e-12));
    }

    private static Quality.OfLanguage english(Texts texts) {
        return Quality.of(28, texts.cells(), List.of()).languages().get("en");
    }
}
