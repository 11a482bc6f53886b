package io.cofound.local.launcher;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

import io.cofound.local.process.ManagedProcess;
import io.cofound.local.process.ProcessFailedException;

/** The whole platform, running and supervised: a process that ends by itself is started again. */
public final class Stack implements AutoCloseable {

    /** A service that starts keeps a core busy, but now and then waits: one more than the cores was fastest. */
    private static final int AT_A_TIME = Runtime.getRuntime().availableProcessors() + 1;

    private final StackConfig config;
    private final Infrastructure infrastructure;
    private final ServiceProcesses services;
    private final AotCaches caches;
    private final AotTraining training;
    private final Supervisor supervisor;
    private final Map<String, URI> addresses = new LinkedHashMap<>();
    private volatile boolean closing;

    Stack(StackConfig config) {
        this.config = config;
        infrastructure = new Infrastructure(config.home(), config.ports());
        services = new ServiceProcesses(config);
        caches = new AotCaches(config.home().aotCaches());
        training = new AotTraining(caches, services, config.tell());
        JvmProfile.ALL.forEach(profile -> addresses.put(profile.service(), services.address(profile)));
        addresses.put(
                "keycloak", URI.create("http://localhost:" + config.ports().keycloak()));
        supervisor = new Supervisor(config.home().stateFile(), config.tell());
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @throws ProcessFailedException if a part does not become ready; nothing is left running then
     */
    public static Stack start(StackConfig config) {
        var stack = new Stack(config);
        stack.bringUp();
        return stack;
    }

    void bringUp() {
        try {
            requireBuilt();
            new Logs(config.home().logs()).startAnew();
            startInfrastructure();
            train();
            supervisor.start(addServices(), AT_A_TIME);
            supervisor.process("keycloak").awaitReady();
            supervisor.declareReady();
        } catch (RuntimeException e) {
            if (!closing) {
                supervisor.declareFailed(e.getMessage());
                close();
            }
            throw e;
        }
    }

    /** Kills a process as a crash would, and returns when it is gone; it is then started again. */
    public void kill(String name) {
        supervisor.process(name).kill();
    }

    /**
     * Returns when the process is ready, after a kill: again ready.
     *
     * @throws ProcessFailedException if it never was and is given up
     */
    public void awaitReady(String name) {
        supervisor.process(name).awaitReady();
    }

    /** The running process of this name; after a restart it is another one. */
    public ManagedProcess process(String name) {
        return supervisor.process(name).process();
    }

    /** How often the process was started again after it had ended by itself or was killed. */
    public int restarts(String name) {
        return supervisor.process(name).status().restarts();
    }

    /**
     * Where a service, or {@code keycloak}, answers.
     *
     * @throws IllegalArgumentException if nothing of this name speaks HTTP
     */
    public URI uri(String name) {
        var address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No address is known of " + name);
        }
        return address;
    }

    /** Stops everything, the latest started first; returns when no process is left. */
    @Override
    public void close() {
        closing = true;
        training.close();
        supervisor.close();
    }

    /** Why it could not be started; empty if it could, or was stopped before. */
    Optional<String> failure() {
        return supervisor.state().failure();
    }

    void awaitEnd() {
        supervisor.awaitEnd();
    }

    private void requireBuilt() {
        var missing = JvmProfile.ALL.stream()
                .filter(profile -> !services.isBuilt(profile))
                .map(JvmProfile::service)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProcessFailedException("not built: %s; run ./cofound up or mvn install".formatted(missing));
        }
    }

    private void train() {
        var untrained = JvmProfile.ALL.stream().filter(training::isNeeded).toList();
        if (untrained.isEmpty()) {
            return;
        }
        config.tell().accept("Training the start of %d services, once per build".formatted(untrained.size()));
        try (var pool = Executors.newFixedThreadPool(AT_A_TIME)) {
            untrained.forEach(profile -> pool.execute(() -> training.train(profile)));
        }
    }

    /** Returns when all but Keycloak are ready: nobody needs it in order to start, only to let people in. */
    private void startInfrastructure() {
        var postgres = supervisor.add("postgres", infrastructure::postgres);
        var kafka = supervisor.add("kafka", infrastructure::kafka);
        var documents = supervisor.add("documents", infrastructure::documents);
        var keycloak = supervisor.add("keycloak", infrastructure::keycloak);
        kafka.start();
        documents.start();
        supervisor.start(List.of(postgres), 1);
        keycloak.start();
        supervisor.start(List.of(kafka, documents), 2);
    }

    private List<SupervisedProcess> addServices() {
        return JvmProfile.ALL.stream()
                .map(profile -> supervisor.add(profile.service(), () -> services.running(profile, caches)))
                .toList();
    }
}
