package io.cofound.moderation.classify;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalibrationTest {

    @Test
    void a_model_that_is_too_sure_of_itself_is_cooled() {
        // It says .99 and is right four times out of five.
        List<double[]> said = Stream.generate(() -> scores(0.99)).limit(500).toList();
        List<Label> truth = IntStream.range(0, 500)
                .mapToObj(i -> i % 5 == 0 ? Label.SPAM : Label.OK)
                .toList();

        Calibration calibration = Calibration.fit(said, truth);

        assertThat(calibration.temperature()).isGreaterThan(1.5);
        assertThat(ok(calibration, scores(0.99))).isBetween(0.7, 0.9);
    }

    @Test
    void holds_no_more_of_the_good_texts_than_was_settled() {
        List<double[]> said =
                IntStream.range(0, 1000).mapToObj(i -> scores((i + 0.5) / 1000)).toList();
        List<Label> truth = Stream.generate(() -> Label.OK).limit(1000).toList();

        Calibration calibration = Calibration.fit(said, truth);
        List<Action> actions = said.stream()
                .map(scores -> calibration.action(1 - ok(calibration, scores)))
                .toList();

        assertThat(actions).filteredOn(action -> action != Action.PUBLISH).hasSizeBetween(20, 30);
        assertThat(actions).filteredOn(action -> action == Action.REJECT).hasSizeBetween(1, 5);
    }

    @Test
    void a_higher_risk_is_never_treated_more_kindly() {
        Calibration calibration = new Calibration(1, 0.6, 0.9);

        assertThat(IntStream.rangeClosed(0, 100).mapToObj(i -> calibration.action(i / 100.0)))
                .isSortedAccordingTo(java.util.Comparator.naturalOrder())
                .contains(Action.PUBLISH, Action.HOLD, Action.REJECT);
    }

    private static double ok(Calibration calibration, double[] scores) {
        return Calibration.scale(scores, calibration.temperature())[Label.OK.ordinal()];
    }

    private static double[] scores(double ok) {
        double other = (1 - ok) / 3;
        return Stream.of(Label.values())
                .mapToDouble(label -> label == Label.OK ? ok : other)
                .toArray();
    }
}
