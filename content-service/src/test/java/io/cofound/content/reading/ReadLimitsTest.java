package io.cofound.content.reading;

import java.time.Duration;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReadLimitsTest {

    private static final int PER_MINUTE = 120;
    private static final UUID MEMBER = UUID.randomUUID();

    private final ReadLimits limits = new ReadLimits(PER_MINUTE);

    @Test
    void one_more_than_the_limit_is_told_when_to_come_again() {
        exhaust();

        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> limits.take(MEMBER, 0))
                .satisfies(problem -> assertThat(problem.getStatusCode()).isEqualTo(429))
                .satisfies(problem -> assertThat(problem.getHeaders()).containsEntry("Retry-After", 1L));
    }

    @Test
    void what_was_taken_comes_back_evenly() {
        exhaust();

        limits.take(MEMBER, Duration.ofMillis(500).toNanos());
        assertThatExceptionOfType(HttpProblem.class)
                .isThrownBy(() -> limits.take(MEMBER, Duration.ofMillis(500).toNanos()));
    }

    @Test
    void each_member_has_an_own_limit() {
        exhaust();

        limits.take(UUID.randomUUID(), 0);
    }

    private void exhaust() {
        for (int i = 0; i < PER_MINUTE; i++) {
            limits.take(MEMBER, 0);
        }
    }
}
