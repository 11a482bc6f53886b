package io.cofound.platform.events.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy() {
        @Override
        public int attempts() {
            return 4;
        }

        @Override
        public Duration firstPause() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofSeconds(15);
        }
    };

    @Test
    void each_pause_is_twice_the_one_before() {
        assertThat(policy.pauseAfter(1)).hasMillis(100);
        assertThat(policy.pauseAfter(2)).hasMillis(200);
        assertThat(policy.pauseAfter(3)).hasMillis(400);
    }

    @Test
    void no_pause_is_longer_than_the_longest_however_many_attempts() {
        assertThat(policy.pauseAfter(9)).isEqualTo(policy.longestPause());
        assertThat(policy.pauseAfter(100_000)).isEqualTo(policy.longestPause());
    }
}
