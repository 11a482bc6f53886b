package io.cofound.local.infrastructure;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import io.cofound.local.process.ManagedProcess;
import io.cofound.local.process.ProcessSpec;

/** The real parts that services run on, for tests: started beside each other, stopped with the test. */
public final class LocalInfrastructure implements AutoCloseable {

    public enum Part {
        KAFKA,
        POSTGRES,
        DOCUMENTS,
        /** Keeps its data in PostgreSQL, which is started with it. */
        KEYCLOAK
    }

    private final Path dataFolder;
    private final Ports ports;
    private final Map<Part, ManagedProcess> processes = new ConcurrentHashMap<>();

    private LocalInfrastructure(Path dataFolder, Ports ports) {
        this.dataFolder = dataFolder;
        this.ports = ports;
    }

    /**
     * Returns when all of the parts are ready.
     *
     * @param dataFolder belongs to this stack alone; what a former one left in it is found again
     * @throws io.cofound.local.process.ProcessFailedException if one does not start; none is left running then
     */
    public static LocalInfrastructure start(Path dataFolder, Ports ports, Part... parts) {
        var infrastructure = new LocalInfrastructure(dataFolder, ports);
        try {
            infrastructure.start(Set.of(parts));
            return infrastructure;
        } catch (CompletionException e) {
            infrastructure.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void start(Set<Part> parts) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var postgres = parts.contains(Part.POSTGRES) || parts.contains(Part.KEYCLOAK)
                    ? CompletableFuture.runAsync(() -> start(Part.POSTGRES), threads)
                    : CompletableFuture.<Void>completedFuture(null);
            var others = parts.stream()
                    .filter(part -> part != Part.POSTGRES)
                    .map(part -> part == Part.KEYCLOAK
                            ? postgres.thenRunAsync(() -> start(part), threads)
                            : CompletableFuture.runAsync(() -> start(part), threads));
            var all = Stream.concat(Stream.of(postgres), others).toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(all).join();
        }
    }

    private void start(Part part) {
        var process = ManagedProcess.start(spec(part));
        processes.put(part, process);
        process.awaitReady();
    }

    private ProcessSpec spec(Part part) {
        return switch (part) {
            case KAFKA -> new Kafka(dataFolder, ports).spec();
            case POSTGRES -> new Postgres(dataFolder, ports).spec();
            case DOCUMENTS -> new DocumentStore(dataFolder, ports).spec();
            case KEYCLOAK -> new Keycloak(dataFolder, ports).spec();
        };
    }

    public Ports ports() {
        return ports;
    }

    /** The variables that a service of this stack is started with; see {@link ServiceEnvironment}. */
    public Map<String, String> environment(String service) {
        return ServiceEnvironment.of(service, dataFolder, ports);
    }

    /**
     * The running process of a part, for example to kill it.
     *
     * @throws IllegalArgumentException if the part was not started
     */
    public ManagedProcess process(Part part) {
        var process = processes.get(part);
        if (process == null) {
            throw new IllegalArgumentException(part + " was not started");
        }
        return process;
    }

    /** Starts a part again on its data, whether it was killed or is still running, and returns when it is ready. */
    public void restart(Part part) {
        process(part).stop();
        start(part);
    }

    /** Stops all parts, those that need others first. The data stay. */
    @Override
    public void close() {
        for (var layer : List.of(EnumSet.of(Part.KEYCLOAK), EnumSet.complementOf(EnumSet.of(Part.KEYCLOAK)))) {
            processes.entrySet().parallelStream()
                    .filter(entry -> layer.contains(entry.getKey()))
                    .forEach(entry -> entry.getValue().stop());
        }
    }
}
