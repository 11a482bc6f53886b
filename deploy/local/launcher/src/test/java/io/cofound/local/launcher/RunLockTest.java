package io.cofound.local.launcher;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RunLockTest {

    @Test
    void onlyOneHoldsItAtATime(@TempDir Path folder) {
        // Given
        var file = folder.resolve("run/lock");
        var held = RunLock.tryAcquire(file).orElseThrow();

        // When, Then
        assertThat(RunLock.tryAcquire(file)).isEmpty();

        // When
        held.close();

        // Then
        assertThat(RunLock.tryAcquire(file)).hasValueSatisfying(RunLock::close);
    }
}
