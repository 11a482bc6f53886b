package io.cofound.local.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.cofound.local.infrastructure.ServiceEnvironment;
import io.cofound.local.process.ProcessSpec;
import io.cofound.local.process.Readiness;

/** Turns each packaged service into a process to run. */
final class ServiceProcesses {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    /** A service that is trained while others are may take more than a minute and a half on two cores. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(240);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);

    /** The JVM works through all that it has seen before it ends. */
    private static final Duration TRAINING_STOP_TIMEOUT = Duration.ofMinutes(3);

    private final StackConfig config;

    ServiceProcesses(StackConfig config) {
        this.config = config;
    }

    Path jar(JvmProfile profile) {
        return config.home().root().resolve(profile.service()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    boolean isBuilt(JvmProfile profile) {
        return Files.exists(jar(profile));
    }

    ProcessSpec running(JvmProfile profile, AotCaches caches) {
        var jar = jar(profile);
        var command = profile.command(JAVA, jar, caches.find(profile, jar));
        return spec(profile, profile.service(), command, STOP_TIMEOUT);
    }

    ProcessSpec training(JvmProfile profile, Path output) {
        var command = profile.trainingCommand(JAVA, jar(profile), output);
        return spec(profile, profile.service() + "-training", command, TRAINING_STOP_TIMEOUT);
    }

    URI address(JvmProfile profile) {
        return URI.create("http://127.0.0.1:" + port(profile));
    }

    private ProcessSpec spec(JvmProfile profile, String name, List<String> command, Duration stopTimeout) {
        return new ProcessSpec(
                name,
                command,
                environment(profile),
                config.home().data(),
                List.of(port(profile)),
                Readiness.http(address(profile).resolve("/q/health/ready")),
                START_TIMEOUT,
                stopTimeout,
                config.home().log(name));
    }

    Map<String, String> environment(JvmProfile profile) {
        var environment = new HashMap<>(
                ServiceEnvironment.of(profile.domain(), config.home().data(), config.ports()));
        // Nothing of the local stack is offered to the network.
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        // glibc keeps a pool of memory per core and thread otherwise, which the models' native code fills.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.putAll(config.environment());
        return environment;
    }

    private int port(JvmProfile profile) {
        return config.ports().of(profile.domain());
    }
}
