package io.cofound.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to run one child process.
 *
 * @param name what people call it, for example {@code kafka}; also the name of its log
 * @param command the program and its arguments
 * @param environment variables added to those of this process
 * @param workingDirectory created when missing
 * @param ports the TCP ports on loopback that it will listen on, so that a taken one can be told before the start
 * @param readiness tells when it can do its work
 * @param startTimeout how long it may take to become ready
 * @param stopTimeout how long it may take to stop by itself before it is killed
 * @param logFile receives its output, appended; created when missing
 */
public record ProcessSpec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path workingDirectory,
        List<Integer> ports,
        Readiness readiness,
        Duration startTimeout,
        Duration stopTimeout,
        Path logFile) {

    public ProcessSpec {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("%s has no command".formatted(name));
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }
}
