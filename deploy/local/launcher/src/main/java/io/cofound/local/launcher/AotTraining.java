package io.cofound.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.cofound.local.process.ManagedProcess;
import io.cofound.local.process.ProcessFailedException;
import io.cofound.local.process.Readiness;

/**
 * Runs a service once so that its JVM writes down which classes it loads and how it links them; each later start then
 * takes a fraction of the time. Without the cache a service only starts slower: a failure here is a warning.
 */
final class AotTraining implements AutoCloseable {

    /** Requests that load the classes a first real request would need. A refusal teaches as well as an answer. */
    private static final List<String> EXERCISES = List.of(
            "/q/health/live",
            "/q/health/ready",
            "/q/openapi",
            "/q/metrics",
            "/api/v1/communities",
            "/api/v1/me",
            "/api/v1/feed",
            "/api/v1/opportunities");

    private final AotCaches caches;
    private final ServiceProcesses services;
    private final Consumer<String> tell;
    private final Set<ManagedProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    AotTraining(AotCaches caches, ServiceProcesses services, Consumer<String> tell) {
        this.caches = caches;
        this.services = services;
        this.tell = tell;
    }

    boolean isNeeded(JvmProfile profile) {
        return caches.find(profile, services.jar(profile)).isEmpty();
    }

    void train(JvmProfile profile) {
        var jar = services.jar(profile);
        var fresh = caches.file(profile, jar).resolveSibling(profile.service() + ".new");
        var startedAt = System.nanoTime();
        try {
            Files.createDirectories(fresh.getParent());
            Files.deleteIfExists(fresh);
            rehearse(profile, fresh);
            caches.keep(profile, jar, fresh);
            tell.accept("%-20s trained in %d s"
                    .formatted(profile.service(), (System.nanoTime() - startedAt) / 1_000_000_000));
        } catch (IOException | UncheckedIOException | ProcessFailedException e) {
            if (!closed) {
                tell.accept("%-20s could not be trained and will start slower: %s"
                        .formatted(profile.service(), e.getMessage()));
            }
        }
    }

    /** Kills what is being trained. */
    @Override
    public void close() {
        closed = true;
        running.forEach(AotTraining::kill);
    }

    private void rehearse(JvmProfile profile, Path output) throws IOException {
        var process = ManagedProcess.start(services.training(profile, output));
        running.add(process);
        try {
            if (closed) {
                throw new ProcessFailedException(profile.service() + " is not trained any more");
            }
            process.awaitReady();
            for (var path : EXERCISES) {
                Readiness.http(services.address(profile).resolve(path)).isReady();
            }
            process.stop();
            if (!Files.exists(output)) {
                throw new IOException(
                        "its JVM wrote no cache; see " + process.spec().logFile());
            }
        } finally {
            kill(process);
            running.remove(process);
        }
    }

    /** The JVM that writes the cache is a child of the one that was trained. */
    private static void kill(ManagedProcess process) {
        ProcessHandle.of(process.pid()).ifPresent(handle -> {
            handle.descendants().forEach(ProcessHandle::destroyForcibly);
            handle.destroyForcibly();
        });
    }
}
