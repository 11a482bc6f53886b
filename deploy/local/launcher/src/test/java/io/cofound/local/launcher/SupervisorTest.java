package io.cofound.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.cofound.local.process.ProcessFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class SupervisorTest {

    private static final String RUNS_FOR_EVER = "touch $READY; exec sleep 600";

    @TempDir
    Path folder;

    private final List<String> said = new CopyOnWriteArrayList<>();
    private StateFile stateFile;
    private Supervisor supervisor;

    @BeforeEach
    void createSupervisor() {
        stateFile = new StateFile(folder.resolve("run/stack.json"));
        supervisor = new Supervisor(stateFile, said::add);
    }

    @AfterEach
    void stopAll() {
        supervisor.close();
    }

    @Test
    void startsAProcessAndWritesItDown() {
        // Given
        var process = add("steady", RUNS_FOR_EVER);

        // When
        supervisor.start(List.of(process), 1);
        supervisor.declareReady();

        // Then
        var state = stateFile.read().orElseThrow();
        assertThat(state.allReady()).isTrue();
        assertThat(state.processes()).singleElement().satisfies(status -> {
            assertThat(status.name()).isEqualTo("steady");
            assertThat(status.identity().pid()).isEqualTo(process.process().pid());
            assertThat(status.restarts()).isZero();
        });
    }

    @Test
    void startsACrashedProcessAgainAndSaysSo() {
        // Given
        var process = add("fragile", RUNS_FOR_EVER);
        supervisor.start(List.of(process), 1);
        var firstPid = process.process().pid();

        // When
        process.kill();
        process.awaitReady();

        // Then
        assertThat(process.process().pid()).isNotEqualTo(firstPid);
        assertThat(process.process().isAlive()).isTrue();
        assertThat(process.status().restarts()).isEqualTo(1);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("fragile", "137", "restart 1 in 0.5 s"));
    }

    @Test
    void aProcessThatIsKilledAgainAndAgainComesBackAsSoonAsAtFirst() {
        // Given
        var process = add("fragile", RUNS_FOR_EVER);
        supervisor.start(List.of(process), 1);

        // When
        for (int i = 0; i < 3; i++) {
            process.kill();
            process.awaitReady();
        }

        // Then
        assertThat(said).anySatisfy(line -> assertThat(line).contains("restart 3 in 0.5 s"));
    }

    @Test
    void aProcessThatEndsByItselfIsStartedAgainToo() throws IOException {
        // Given: it ends as soon as its first life is marked, and stays in its second
        var marker = Files.createFile(folder.resolve("first life"));
        var process = add(
                "moody",
                "touch $READY; if rm '%s' 2>/dev/null; then sleep 0.2; exit 3; fi; exec sleep 600".formatted(marker));

        // When
        supervisor.start(List.of(process), 1);

        // Then
        await().until(() -> process.status().restarts() == 1 && process.status().isReady());
        assertThat(said).anySatisfy(line -> assertThat(line).contains("moody ended with status 3"));
    }

    @Test
    void givesUpAProcessThatIsNeverReadyWithItsLastWords() {
        // Given
        var process = add("hopeless", "echo no such database; exit 7");

        // When, Then
        assertThatThrownBy(() -> supervisor.start(List.of(process), 1))
                .isInstanceOf(ProcessFailedException.class)
                .hasMessageContaining("hopeless")
                .hasMessageContaining("status 7");
        assertThat(process.status().state()).isEqualTo(ProcessState.FAILED);
        assertThat(said).anySatisfy(line -> assertThat(line).contains("no such database"));
    }

    @Test
    void anUnpreparedProcessIsGivenUpWithTheReason() {
        // Given
        var process = supervisor.add("unprepared", () -> {
            throw new IllegalStateException("the disk is read-only");
        });

        // When, Then
        assertThatThrownBy(() -> supervisor.start(List.of(process), 1)).hasMessageContaining("the disk is read-only");
    }

    @Test
    void aLivingProcessThatIsNotReadyAnyMoreIsShownAsSuch() throws IOException {
        // Given
        var process = add("weary", RUNS_FOR_EVER);
        supervisor.start(List.of(process), 1);

        // When
        Files.delete(folder.resolve("weary.ready"));

        // Then
        await().until(() -> process.status().state() == ProcessState.UNREADY);
        assertThat(process.process().isAlive()).isTrue();

        // When
        Files.createFile(folder.resolve("weary.ready"));

        // Then
        await().until(() -> process.status().isReady());
        assertThat(process.status().restarts()).isZero();
    }

    @Test
    void stopsInTheReverseOrderOfTheStart() {
        // Given
        var farewells = "trap '' INT; trap 'echo %s >> farewells; exit 0' TERM; touch $READY;"
                + " while :; do sleep 0.05; done";
        var first = add("first", farewells.formatted("first"));
        var second = add("second", farewells.formatted("second"));
        supervisor.start(List.of(first, second), 2);

        // When
        supervisor.close();

        // Then
        assertThat(folder.resolve("farewells")).hasContent("second\nfirst");
        assertThat(first.process().isAlive()).isFalse();
        assertThat(stateFile.read().orElseThrow().phase()).isEqualTo(StackState.Phase.STOPPED);
    }

    @Test
    void aStopDuringThePauseBeforeARestartIsObeyedAtOnce() {
        // Given
        var process = add("fragile", RUNS_FOR_EVER);
        supervisor.start(List.of(process), 1);
        process.kill();

        // When
        supervisor.close();

        // Then
        assertThat(process.process().isAlive()).isFalse();
        assertThat(process.status().state()).isEqualTo(ProcessState.STOPPED);
        assertThatThrownBy(process::awaitReady).isInstanceOf(ProcessFailedException.class);
    }

    private SupervisedProcess add(String name, String script) {
        return supervisor.add(name, () -> TinyProcess.of(name, folder, script));
    }
}
