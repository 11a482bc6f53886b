package io.cofound.moderation.queue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Classification;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PriorityProperties {

    private static final Classification UNSURE = judged(Label.SPAM, 0.4, Action.HOLD);

    @Property
    void more_reports_and_more_members_are_never_less_urgent(
            @ForAll @IntRange(max = 1_000) int reports, @ForAll @IntRange(max = 10_000) int members) {
        double here = urgency(UNSURE, reports, members);

        assertThat(urgency(UNSURE, reports + 1, members)).isGreaterThan(here);
        assertThat(urgency(UNSURE, reports, members + 1)).isGreaterThan(here);
    }

    @Property
    void what_is_seen_is_twice_as_urgent_as_what_is_not(@ForAll @IntRange(max = 10_000) int members) {
        assertThat(urgency(judged(Label.SPAM, 0.4, Action.PUBLISH), 0, members))
                .isCloseTo(2 * urgency(UNSURE, 0, members), within(1e-9));
    }

    @Property
    void a_scam_is_more_urgent_than_an_attack_and_that_more_than_advertising(
            @ForAll @DoubleRange(min = 0.3, max = 0.9) double score) {
        assertThat(urgency(judged(Label.SCAM, score, Action.HOLD), 0, 10))
                .isGreaterThan(urgency(judged(Label.ABUSE, score, Action.HOLD), 0, 10));
        assertThat(urgency(judged(Label.ABUSE, score, Action.HOLD), 0, 10))
                .isGreaterThan(urgency(judged(Label.SPAM, score, Action.HOLD), 0, 10));
    }

    @Property
    void what_is_clear_is_less_urgent_than_what_is_not(@ForAll @DoubleRange(min = 0.5, max = 0.99) double score) {
        assertThat(urgency(judged(Label.SPAM, 1, Action.HOLD), 0, 10))
                .isLessThan(urgency(judged(Label.SPAM, score, Action.HOLD), 0, 10));
    }

    @Property
    void how_urgent_a_blind_case_is_tells_nothing_of_what_was_found(
            @ForAll Label label, @ForAll Action action, @ForAll @DoubleRange(min = 0.3, max = 0.9) double score) {
        assertThat(Priority.of(CaseKind.SECOND, judged(label, score, action), Set.of(), 0, 10))
                .isEqualTo(Priority.of(CaseKind.SAMPLE, UNSURE, Set.of(), 0, 10));
    }

    private static double urgency(Classification classification, int reports, int members) {
        return Priority.of(CaseKind.REVIEW, classification, Set.of(), reports, members)
                .value();
    }

    private static Classification judged(Label label, double score, Action action) {
        Map<Label, Double> scores = new EnumMap<>(Label.class);
        for (Label each : Label.values()) {
            scores.put(each, each == label ? score : (1 - score) / 3);
        }
        return new Classification(label, scores, action, Rung.MODEL, List.of(), "test");
    }
}
