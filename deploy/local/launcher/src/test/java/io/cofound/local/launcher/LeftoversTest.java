package io.cofound.local.launcher;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class LeftoversTest {

    private Process process;

    @AfterEach
    void killProcess() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Test
    void aProcessOfTheFormerRunIsEnded() throws IOException {
        // Given
        process = run("exec sleep 600");
        var leftovers = leftovers(ProcessIdentity.of(process.toHandle()));

        // When
        var ended = leftovers.end();

        // Then
        assertThat(ended).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aStrangerWithTheSameIdIsLeftAlone() throws IOException {
        // Given
        process = run("exec sleep 600");
        var startedEarlier = ProcessIdentity.of(process.toHandle()).startedAt() - 60_000;
        var leftovers = leftovers(new ProcessIdentity(process.pid(), startedEarlier));

        // When
        var ended = leftovers.end();

        // Then
        assertThat(ended).isZero();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void theProcessesItStartedAreEndedWithIt() throws IOException {
        // Given
        process = run("sleep 600 & sleep 600 & wait");
        await().until(() -> process.descendants().count() == 2);
        var children = process.descendants().toList();

        // When
        leftovers(ProcessIdentity.of(process.toHandle())).end();

        // Then
        assertThat(Stream.concat(Stream.of(process.toHandle()), children.stream())
                        .filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void aProcessThatHasEndedIsNoLeftover() throws IOException, InterruptedException {
        // Given
        process = run("exit 0");
        var identity = ProcessIdentity.of(process.toHandle());
        process.waitFor();

        // When, Then
        assertThat(leftovers(identity).find()).isEmpty();
    }

    private static Process run(String script) throws IOException {
        return new ProcessBuilder("sh", "-c", script).start();
    }

    private static Leftovers leftovers(ProcessIdentity identity) {
        var status = ProcessStatus.waiting("kafka").starting(identity).ready(1);
        var nobody = new ProcessIdentity(Long.MAX_VALUE, 0);
        return new Leftovers(new StackState(
                StackState.Phase.READY, nobody, "", 1, List.of(status, ProcessStatus.waiting("gateway"))));
    }
}
