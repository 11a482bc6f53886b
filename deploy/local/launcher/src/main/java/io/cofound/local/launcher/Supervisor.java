package io.cofound.local.launcher;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.cofound.local.process.ProcessFailedException;
import io.cofound.local.process.ProcessSpec;

/** Looks after a number of processes and writes down how they are. Stops them in the reverse order of their start. */
final class Supervisor implements AutoCloseable {

    private final long startedAt = System.nanoTime();
    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
    private final List<SupervisedProcess> processes = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final StateFile stateFile;
    private final Consumer<String> tell;

    private volatile StackState.Phase phase = StackState.Phase.STARTING;
    private volatile String message = "";
    private volatile long readyAfterMillis;
    private boolean closed;

    Supervisor(StateFile stateFile, Consumer<String> tell) {
        this.stateFile = stateFile;
        this.tell = tell;
        writeDown();
    }

    /** Takes a process into care; it is not started yet. */
    SupervisedProcess add(String name, Supplier<ProcessSpec> specification) {
        var process = new SupervisedProcess(name, specification, tell, this::writeDown);
        processes.add(process);
        writeDown();
        return process;
    }

    /**
     * Starts the processes, in this order and only so many at a time, and returns when all are ready.
     *
     * @throws ProcessFailedException as soon as one of them is given up
     */
    void start(List<SupervisedProcess> some, int atATime) {
        var pool = Executors.newFixedThreadPool(atATime, Thread.ofVirtual().factory());
        try {
            var ready = new ExecutorCompletionService<SupervisedProcess>(pool);
            some.forEach(process -> ready.submit(() -> startAndAwaitReady(process), process));
            for (var i = 0; i < some.size(); i++) {
                ready.take().get();
            }
        } catch (ExecutionException e) {
            throw new ProcessFailedException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProcessFailedException("interrupted while starting", e);
        } finally {
            pool.shutdown();
        }
    }

    void declareReady() {
        readyAfterMillis = (System.nanoTime() - startedAt) / 1_000_000;
        phase = StackState.Phase.READY;
        writeDown();
    }

    void declareFailed(String reason) {
        message = reason;
        phase = StackState.Phase.FAILED;
        writeDown();
    }

    SupervisedProcess process(String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No process is called " + name));
    }

    StackState state() {
        var statuses = processes.stream().map(SupervisedProcess::status).toList();
        return new StackState(phase, self, message, readyAfterMillis, statuses);
    }

    /** Returns when everything was stopped. */
    void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        processes.reversed().forEach(SupervisedProcess::stop);
        if (phase != StackState.Phase.FAILED) {
            phase = StackState.Phase.STOPPED;
        }
        writeDown();
        ended.countDown();
    }

    private static void startAndAwaitReady(SupervisedProcess process) {
        process.start();
        process.awaitReady();
    }

    private void writeDown() {
        try {
            stateFile.write(this::state);
        } catch (UncheckedIOException e) {
            // A full disk is no reason to stop looking after the processes.
            tell.accept("How everything is cannot be written down: " + e.getMessage());
        }
    }
}
