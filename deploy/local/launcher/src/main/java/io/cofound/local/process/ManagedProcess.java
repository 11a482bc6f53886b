package io.cofound.local.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running child process that ends with its parent, even when the parent is killed. */
public final class ManagedProcess implements AutoCloseable {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    /**
     * The child's standard input is a life line: a watcher waits for its end and then asks the child to stop. The child
     * takes the place of the shell, so its process id is the one we know. It is asked with TERM, and with INT right after:
     * PostgreSQL would otherwise wait for its clients to leave, and a JVM is already stopping.
     */
    private static final String TIED_TO_PARENT =
            "exec 3<&0; (cat <&3; kill -TERM $$; kill -INT $$) >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-";

    /** Where there is one, Ctrl-C at the terminal reaches only the parent, which then stops its children in order. */
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final ProcessSpec spec;
    private final Process process;

    private ManagedProcess(ProcessSpec spec, Process process) {
        this.spec = spec;
        this.process = process;
    }

    /**
     * Starts the process without waiting for it to become ready.
     *
     * @throws ProcessFailedException if it cannot be started
     */
    public static ManagedProcess start(ProcessSpec spec) {
        try {
            Files.createDirectories(spec.workingDirectory());
            Files.createDirectories(spec.logFile().toAbsolutePath().getParent());
            var builder = new ProcessBuilder(tiedToParent(spec))
                    .directory(spec.workingDirectory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(spec.logFile().toFile()));
            builder.environment().putAll(spec.environment());
            return new ManagedProcess(spec, builder.start());
        } catch (IOException e) {
            throw new ProcessFailedException("%s could not be started: %s".formatted(spec.name(), e.getMessage()), e);
        }
    }

    private static List<String> tiedToParent(ProcessSpec spec) {
        var command = new ArrayList<String>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(List.of("sh", "-c", TIED_TO_PARENT, spec.name()));
        command.addAll(spec.command());
        return command;
    }

    /**
     * Returns once the process is ready.
     *
     * @throws ProcessFailedException if it ends before that, or is not ready within its start timeout
     */
    public void awaitReady() {
        var deadline = Instant.now().plus(spec.startTimeout());
        while (!spec.readiness().isReady()) {
            if (!process.isAlive()) {
                throw failed("ended with status %d before it was ready".formatted(process.exitValue()));
            }
            if (Instant.now().isAfter(deadline)) {
                throw failed(
                        "was not ready after %d s".formatted(spec.startTimeout().toSeconds()));
            }
            waitForExit(POLL_INTERVAL);
        }
        // Another process may answer in its place, for example on a port that was taken.
        if (!process.isAlive()) {
            throw failed("ended with status %d".formatted(process.exitValue()));
        }
    }

    private ProcessFailedException failed(String reason) {
        return new ProcessFailedException("%s %s; see %s".formatted(spec.name(), reason, spec.logFile()));
    }

    public ProcessSpec spec() {
        return spec;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status when the process has ended: 128 plus the signal's number if it was killed. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** The resident memory, in bytes, of the process and the processes it started; empty where there is no /proc. */
    public OptionalLong residentBytes() {
        return ResidentMemory.ofTree(process.toHandle());
    }

    /** Asks the process to stop and returns when it has; kills it after its stop timeout. */
    public void stop() {
        process.destroy(); // sends TERM and closes the life line
        if (!waitForExit(spec.stopTimeout())) {
            kill();
        }
    }

    /** Kills the process without warning, as a crash would, and returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        if (!waitForExit(Duration.ofSeconds(10))) {
            throw failed("is still there after it was killed");
        }
    }

    /** The same as {@link #stop()}. */
    @Override
    public void close() {
        stop();
    }

    private boolean waitForExit(Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new ProcessFailedException("interrupted while waiting for " + spec.name(), e);
        }
    }
}
