package io.cofound.local.launcher;

import java.util.List;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatusTableTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final ProcessIdentity ALIVE = ProcessIdentity.of(ProcessHandle.current());
    private static final ProcessIdentity GONE = new ProcessIdentity(ALIVE.pid(), ALIVE.startedAt() - 60_000);

    private final StatusTable table = new StatusTable(identity -> OptionalLong.of(100 * MEGABYTE));

    @Test
    void showsEachProcessAndTheTotals() {
        // Given
        var state = state(
                StackState.Phase.READY,
                ALIVE,
                ProcessStatus.waiting("kafka").starting(ALIVE).ready(2_900));

        // When
        var lines = table.of(state).lines().toList();

        // Then
        assertThat(lines.get(0)).contains("PROCESS", "STATE", "PID", "RESTARTS", "MEMORY", "READY AFTER");
        assertThat(lines.get(1)).containsSubsequence("kafka", "ready", "" + ALIVE.pid(), "0", "100 MB", "2.9 s");
        assertThat(lines.getLast()).isEqualTo("all ready in 31.2 s; total resident memory 100 MB");
    }

    @Test
    void countsWhatIsReadyWhenNotAllIs() {
        // Given
        var state = state(
                StackState.Phase.READY,
                ALIVE,
                ProcessStatus.waiting("kafka").starting(ALIVE).ready(2_900),
                ProcessStatus.waiting("gateway").starting(ALIVE).ready(2_000).restarting());

        // When
        var lines = table.of(state).lines().toList();

        // Then
        assertThat(lines.get(2)).containsSubsequence("gateway", "restarting", "-", "1", "-", "-");
        assertThat(lines.getLast()).startsWith("1 of 2 ready;");
    }

    @Test
    void afterAKilledSupervisorNothingIsClaimedToBeReady() {
        // Given
        var state = state(
                StackState.Phase.READY,
                GONE,
                ProcessStatus.waiting("kafka").starting(GONE).ready(2_900));

        // When
        var lines = table.of(state).lines().toList();

        // Then
        assertThat(lines.get(1)).containsSubsequence("kafka", "gone");
        assertThat(lines.getLast()).isEqualTo("0 of 1 ready; total resident memory 0 MB");
        assertThat(state.allReady()).isFalse();
    }

    private static StackState state(StackState.Phase phase, ProcessIdentity supervisor, ProcessStatus... processes) {
        return new StackState(phase, supervisor, "", 31_200, List.of(processes));
    }
}
