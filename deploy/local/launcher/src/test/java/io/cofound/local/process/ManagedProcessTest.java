package io.cofound.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ManagedProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aProcessIsReadyWhenItsReadinessSaysSo() {
        try (var process = ManagedProcess.start(shell("echo $$ > ready.pid; sleep 60", pidFile()))) {
            process.awaitReady();

            assertThat(process.isAlive()).isTrue();
            assertThat(folder.resolve("ready.pid")).hasContent(Long.toString(process.pid()));
        }
    }

    @Test
    void oneThatEndsEarlyIsToldWithItsStatusAndLog() {
        try (var process = ManagedProcess.start(shell("echo no disk left; exit 3", () -> false))) {
            assertThatThrownBy(process::awaitReady)
                    .isInstanceOf(ProcessFailedException.class)
                    .hasMessageContaining("sleeper ended with status 3")
                    .hasMessageContaining("sleeper.log");
            assertThat(folder.resolve("sleeper.log")).content().contains("no disk left");
        }
    }

    @Test
    void oneThatDoesNotBecomeReadyInTimeIsTold() {
        try (var process = ManagedProcess.start(shell("sleep 60", () -> false))) {
            assertThatThrownBy(process::awaitReady).hasMessageContaining("was not ready");
        }
    }

    @Test
    void aReadyFileOfAKilledProcessSaysNothing() throws IOException {
        // Given the file of a process that was killed
        var process = ManagedProcess.start(shell("echo $$ > ready.pid; sleep 60", pidFile()));
        process.awaitReady();
        process.kill();

        assertThat(folder.resolve("ready.pid")).exists();
        assertThat(pidFile().isReady()).isFalse();
    }

    @Test
    void stoppingLetsAProcessCleanUp() {
        // Given a process that puts things in order before it ends
        var process = ManagedProcess.start(shell(
                "trap 'touch cleaned; exit 0' TERM INT; echo $$ > ready.pid; while :; do sleep 0.05; done", pidFile()));
        process.awaitReady();

        // When it is stopped
        process.stop();

        // Then it has done so
        assertThat(folder.resolve("cleaned")).exists();
        assertThat(process.onExit().join()).isZero();
    }

    @Test
    void oneThatDoesNotStopIsKilled() {
        var process = ManagedProcess.start(
                shell("trap '' TERM INT; echo $$ > ready.pid; while :; do sleep 0.05; done", pidFile()));
        process.awaitReady();

        process.stop();

        assertThat(process.onExit().join()).isEqualTo(137);
    }

    @Test
    void itsMemoryIncludesWhatItStarted() {
        try (var process = ManagedProcess.start(shell("sleep 60 & sleep 60 & echo $$ > ready.pid; wait", pidFile()))) {
            process.awaitReady();
            var alone =
                    ProcessHandle.of(process.pid()).map(ResidentMemory::ofTree).orElseThrow();

            assertThat(process.residentBytes()).isEqualTo(alone);
            assertThat(process.residentBytes().orElse(1)).isPositive();
        }
    }

    @Test
    void noProcessOutlivesAKilledParent() throws IOException {
        // Given another JVM that has started a process
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StartsAProcess.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
        Awaitility.await().until(pidFile()::isReady);
        var child = ProcessHandle.of(Long.parseLong(
                        Files.readString(folder.resolve("ready.pid")).strip()))
                .orElseThrow();

        // When that JVM is killed
        parent.destroyForcibly();

        // Then its process ends, too
        Awaitility.await().until(() -> !child.isAlive());
    }

    /** The other JVM. */
    static final class StartsAProcess {

        public static void main(String[] arguments) {
            var folder = Path.of(arguments[0]);
            ManagedProcess.start(spec(folder, "echo $$ > ready.pid; exec sleep 60", () -> true))
                    .onExit()
                    .join();
        }
    }

    private Readiness pidFile() {
        return Readiness.pidFile(folder.resolve("ready.pid"));
    }

    private ProcessSpec shell(String script, Readiness readiness) {
        return spec(folder, script, readiness);
    }

    private static ProcessSpec spec(Path folder, String script, Readiness readiness) {
        return new ProcessSpec(
                "sleeper",
                List.of("sh", "-c", script),
                Map.of(),
                folder,
                List.of(),
                readiness,
                Duration.ofMillis(1_500),
                Duration.ofMillis(500),
                folder.resolve("sleeper.log"));
    }
}
