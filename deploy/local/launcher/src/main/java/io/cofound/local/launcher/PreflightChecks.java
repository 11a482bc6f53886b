package io.cofound.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be told before anything is started: one line for people per problem, none when all is well. */
final class PreflightChecks {

    private static final long GIGABYTE = 1024L * 1024 * 1024;
    private static final long NEEDED_BYTES = 2 * GIGABYTE;

    private PreflightChecks() {}

    static List<String> problems(List<PortTable.Entry> ports, Path stateFolder) {
        return Stream.concat(takenPorts(ports), disk(freeBytes(stateFolder), stateFolder).stream())
                .toList();
    }

    static Stream<String> takenPorts(List<PortTable.Entry> ports) {
        return ports.stream()
                .filter(entry -> isTaken(entry.port()))
                .map(entry -> "Port %d, for %s, is taken: free it, or choose another one with %s=<port>."
                        .formatted(entry.port(), entry.part(), entry.variable()));
    }

    static Optional<String> disk(long freeBytes, Path folder) {
        return freeBytes >= NEEDED_BYTES
                ? Optional.empty()
                : Optional.of("Only %.1f GB are free on the disk of %s: at least %d GB are needed."
                        .formatted((double) freeBytes / GIGABYTE, folder, NEEDED_BYTES / GIGABYTE));
    }

    private static boolean isTaken(int port) {
        try (var free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return false;
        } catch (IOException taken) {
            return true;
        }
    }

    private static long freeBytes(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + folder, e);
        }
    }
}
