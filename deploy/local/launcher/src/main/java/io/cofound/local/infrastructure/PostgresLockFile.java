package io.cofound.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a server writes into its data folder about itself.
 *
 * @param lines of {@code postmaster.pid}; none if there is no such file
 */
record PostgresLockFile(List<String> lines) {

    private static final int STATUS_LINE = 7;

    static PostgresLockFile of(Path data) {
        try {
            return new PostgresLockFile(Files.readAllLines(data.resolve("postmaster.pid")));
        } catch (IOException notThere) {
            return new PostgresLockFile(List.of());
        }
    }

    /** The living process that wrote it. A killed server leaves its file behind. */
    Optional<ProcessHandle> writer() {
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(ProcessHandle::isAlive);
    }

    /** Accepting connections; before that it may be listening already, but is still recovering. */
    boolean saysReady() {
        return writer().isPresent()
                && lines.size() > STATUS_LINE
                && lines.get(STATUS_LINE).strip().equals("ready");
    }
}
