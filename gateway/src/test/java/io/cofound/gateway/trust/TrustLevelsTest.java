package io.cofound.gateway.trust;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.community.TrustChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrustLevelsTest {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID MEI = UUID.randomUUID();

    private final TrustLevels levels = new TrustLevels(1);

    @Test
    void nobodyIsTrustedBeforeAnythingIsKnown() {
        assertThat(levels.of(ADA)).isZero();
    }

    @Test
    void aReplayedRecordTakesNothingBackThatIsNewer() {
        // Given
        levels.apply(changed(ADA, 2, 1));

        // When
        levels.apply(changed(ADA, 1, 4));

        // Then
        assertThat(levels.of(ADA)).isEqualTo(1);
    }

    @Test
    void whoWasErasedIsForgotten() {
        // Given
        levels.apply(changed(ADA, 1, 4));

        // When
        levels.erase(ADA);

        // Then
        assertThat(levels.of(ADA)).isZero();
    }

    @Test
    void whomThereIsNoRoomForIsNew() {
        // Given
        levels.apply(changed(ADA, 1, 2));

        // When
        levels.apply(changed(MEI, 1, 4));
        levels.apply(changed(ADA, 2, 3));

        // Then
        assertThat(levels.of(MEI)).isZero();
        assertThat(levels.of(ADA)).isEqualTo(3);
    }

    private static TrustChanged changed(UUID member, long revision, int level) {
        return new TrustChanged(member, revision, level, 0, Instant.now());
    }
}
