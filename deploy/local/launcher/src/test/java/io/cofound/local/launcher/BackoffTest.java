package io.cofound.local.launcher;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doublesUpToHalfAMinute() {
        assertThat(Stream.generate(backoff::next).limit(8).map(Duration::toMillis))
                .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L);
    }

    @Test
    void startsAgainAfterAGoodWhile() {
        // Given
        backoff.next();
        backoff.next();

        // When
        backoff.wasReadyFor(Backoff.GOOD_WHILE);

        // Then
        assertThat(backoff.next()).isEqualTo(Backoff.FIRST);
    }

    @Test
    void goesOnAfterAShortWhile() {
        // Given
        backoff.next();

        // When
        backoff.wasReadyFor(Backoff.GOOD_WHILE.minusSeconds(1));

        // Then
        assertThat(backoff.next()).isEqualTo(Backoff.FIRST.multipliedBy(2));
    }
}
