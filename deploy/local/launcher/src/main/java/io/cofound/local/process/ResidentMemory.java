package io.cofound.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the Linux kernel says about a process's memory.
 *
 * @param total bytes in memory
 * @param shared how many of them other processes may map too
 */
public record ResidentMemory(long total, long shared) {

    private static final ResidentMemory NONE = new ResidentMemory(0, 0);

    /**
     * Bytes in memory of a process and all it has started; empty if it has ended or there is no /proc. Counts shared memory
     * once: all of PostgreSQL's processes map the same buffers.
     */
    public static OptionalLong ofTree(ProcessHandle root) {
        if (!root.isAlive() || !Files.isReadable(Path.of("/proc/self/status"))) {
            return OptionalLong.empty();
        }
        var each = Stream.concat(Stream.of(root), root.descendants())
                .map(ResidentMemory::of)
                .toList();
        var own =
                each.stream().mapToLong(memory -> memory.total - memory.shared).sum();
        var shared = each.stream().mapToLong(ResidentMemory::shared).max().orElse(0);
        return OptionalLong.of(own + shared);
    }

    private static ResidentMemory of(ProcessHandle process) {
        try {
            var status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
            long total = 0;
            long shared = 0;
            for (var line : status) {
                if (line.startsWith("VmRSS:")) {
                    total = bytes(line);
                } else if (line.startsWith("RssShmem:")) {
                    shared = bytes(line);
                }
            }
            return new ResidentMemory(total, shared);
        } catch (IOException gone) {
            return NONE;
        }
    }

    private static long bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
