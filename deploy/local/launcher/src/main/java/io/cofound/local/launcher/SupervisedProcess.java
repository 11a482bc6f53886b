package io.cofound.local.launcher;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.cofound.local.process.ManagedProcess;
import io.cofound.local.process.ProcessFailedException;
import io.cofound.local.process.ProcessSpec;

/**
 * Keeps one process running: starts it, sees it ready, and starts it again, after a pause, when it ends by itself. A
 * process that was never ready is given up after a few attempts: it is not going to work.
 */
final class SupervisedProcess {

    private static final int FIRST_ATTEMPTS = 3;
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);

    private final Supplier<ProcessSpec> specification;
    private final Consumer<String> tell;
    private final Runnable changed;
    private final Backoff backoff = new Backoff();

    private volatile ProcessStatus status;
    private ManagedProcess process;
    private Thread supervisor;
    private boolean stopRequested;
    private boolean killed;
    private volatile boolean wasEverReady;
    private volatile String lastFailure = "was stopped";

    /**
     * @param specification asked before every start, so that it can also prepare the process's data
     * @param tell receives a line for people when something happened
     * @param changed called after each change of {@link #status()}
     */
    SupervisedProcess(String name, Supplier<ProcessSpec> specification, Consumer<String> tell, Runnable changed) {
        this.status = ProcessStatus.waiting(name);
        this.specification = specification;
        this.tell = tell;
        this.changed = changed;
    }

    String name() {
        return status.name();
    }

    ProcessStatus status() {
        return status;
    }

    synchronized ManagedProcess process() {
        if (process == null) {
            throw new IllegalStateException("%s was not started yet".formatted(name()));
        }
        return process;
    }

    synchronized void start() {
        if (supervisor == null && !stopRequested) {
            supervisor = Thread.ofVirtual().name(name()).start(this::supervise);
        }
    }

    /**
     * Returns when the process is ready.
     *
     * @throws ProcessFailedException with the reason, if it is not going to be
     */
    synchronized void awaitReady() {
        while (!status.isReady()) {
            if (status.state() == ProcessState.FAILED || status.state() == ProcessState.STOPPED) {
                throw new ProcessFailedException(lastFailure);
            }
            waitForChange(Duration.ofSeconds(1));
        }
    }

    /** Kills the process as a crash would, and returns when it is gone; it is then started again. */
    void kill() {
        var victim = process();
        synchronized (this) {
            killed = true;
        }
        victim.kill();
        synchronized (this) {
            // So that nobody who waits from now on is told of the time before.
            if (process == victim && status.isReady()) {
                update(status.in(ProcessState.UNREADY));
            }
        }
    }

    /** Ends the process for good; returns when it is gone. */
    void stop() {
        ManagedProcess running;
        Thread supervising;
        synchronized (this) {
            stopRequested = true;
            running = process;
            supervising = supervisor;
            notifyAll();
        }
        if (running != null && running.isAlive()) {
            running.stop();
        }
        if (supervising != null) {
            join(supervising);
        }
        if (status.state() != ProcessState.FAILED) {
            update(status.ended(ProcessState.STOPPED));
        }
    }

    private void supervise() {
        do {
            try {
                startAndAwaitReady();
                watch();
            } catch (RuntimeException e) {
                lastFailure = String.valueOf(e.getMessage());
            }
        } while (isToBeStartedAgain());
    }

    private void startAndAwaitReady() {
        var startedAt = System.nanoTime();
        var spec = specification.get();
        ManagedProcess started;
        synchronized (this) {
            if (stopRequested) {
                throw new ProcessFailedException(lastFailure);
            }
            started = ManagedProcess.start(spec);
            process = started;
            update(status.starting(ProcessIdentity.of(started.pid()).orElse(null)));
        }
        try {
            started.awaitReady();
        } catch (ProcessFailedException e) {
            started.stop(); // it may be alive and only too late
            throw e;
        }
        var after = Duration.ofNanos(System.nanoTime() - startedAt);
        wasEverReady = true;
        update(status.ready(after.toMillis()));
        tell.accept("%-20s ready after %.1f s".formatted(name(), seconds(after)));
    }

    /** Returns when the process has ended. */
    private void watch() {
        var running = process();
        var readyAt = System.nanoTime();
        while (running.isAlive()) {
            try {
                running.onExit().get(PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                probe(running);
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("Cannot watch " + name(), e);
            }
        }
        backoff.wasReadyFor(Duration.ofNanos(System.nanoTime() - readyAt));
        lastFailure =
                "%s ended with status %d".formatted(name(), running.onExit().join());
    }

    private void probe(ManagedProcess running) {
        var probed = running.spec().readiness().isReady() ? ProcessState.READY : ProcessState.UNREADY;
        synchronized (this) {
            if (probed != status.state() && running.isAlive() && !stopRequested) {
                update(status.in(probed));
                tell.accept("%-20s is %s".formatted(name(), status.isReady() ? "ready again" : "not ready"));
            }
        }
    }

    /** Waits out the pause before the next attempt; false when there is none to be made. */
    private synchronized boolean isToBeStartedAgain() {
        if (stopRequested) {
            return false;
        }
        if (!wasEverReady && status.restarts() + 1 == FIRST_ATTEMPTS) {
            update(status.ended(ProcessState.FAILED));
            tell.accept("%s, three times. The last lines of its log:%n%s".formatted(lastFailure, lastLines()));
            return false;
        }
        if (killed) {
            // Whoever kills it a hundred times wants it back a hundred times: it did not fail by itself.
            backoff.wasReadyFor(Backoff.GOOD_WHILE);
            killed = false;
        }
        var pause = backoff.next();
        update(status.restarting());
        tell.accept("%s; restart %d in %.1f s".formatted(lastFailure, status.restarts(), seconds(pause)));
        var end = System.nanoTime() + pause.toNanos();
        for (var left = pause; left.isPositive() && !stopRequested; left = Duration.ofNanos(end - System.nanoTime())) {
            waitForChange(left);
        }
        return !stopRequested;
    }

    private String lastLines() {
        return process == null ? "" : LastLines.of(process.spec().logFile());
    }

    private synchronized void update(ProcessStatus newStatus) {
        status = newStatus;
        notifyAll();
        changed.run();
    }

    private synchronized void waitForChange(Duration longest) {
        try {
            wait(Math.max(1, longest.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessFailedException("interrupted while waiting for " + name(), e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
