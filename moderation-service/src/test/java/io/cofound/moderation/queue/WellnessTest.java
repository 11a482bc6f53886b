package io.cofound.moderation.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WellnessTest {

    private static final Instant NOW = Instant.parse("2026-10-01T12:00:00Z");
    private static final Wellness RULES = new Wellness(2, 3, Duration.ofMinutes(10));

    @Test
    void a_break_is_due_after_that_many_in_a_row_and_lasts_from_the_last_one() {
        assertThat(RULES.untilNext(List.of(ago(4), ago(8), ago(12)), NOW)).contains(Duration.ofMinutes(6));
    }

    @Test
    void whoever_paused_in_between_or_since_is_rested() {
        assertThat(RULES.untilNext(List.of(ago(1), ago(2), ago(12)), NOW)).isEmpty();
        assertThat(RULES.untilNext(List.of(ago(10), ago(11), ago(12)), NOW)).isEmpty();
        assertThat(RULES.untilNext(List.of(ago(1), ago(2)), NOW)).isEmpty();
    }

    @Test
    void the_next_severe_case_waits_until_an_earlier_one_is_an_hour_ago() {
        assertThat(RULES.untilNextSevere(List.of(ago(50), ago(20), ago(5)), NOW))
                .contains(Duration.ofMinutes(40));
        assertThat(RULES.untilNextSevere(List.of(ago(20)), NOW)).isEmpty();
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
