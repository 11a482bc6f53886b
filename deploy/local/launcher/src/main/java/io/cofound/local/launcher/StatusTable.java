package io.cofound.local.launcher;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;

/** Shows people what runs: one line per process, then the totals. */
final class StatusTable {

    private static final String ROW = "%-20s %-11s %8s %9s %9s %12s%n";
    private static final long MEGABYTE = 1024 * 1024;

    private final Function<ProcessIdentity, OptionalLong> residentBytes;

    /** @param residentBytes the resident memory of a process and its children; empty if that cannot be told */
    StatusTable(Function<ProcessIdentity, OptionalLong> residentBytes) {
        this.residentBytes = residentBytes;
    }

    String of(StackState state) {
        var text = new StringBuilder(row("PROCESS", "STATE", "PID", "RESTARTS", "MEMORY", "READY AFTER"));
        var ofProcesses = 0L;
        for (var process : state.processes()) {
            var memory = memoryOf(process.identity());
            ofProcesses += memory.orElse(0);
            text.append(row(process, memory));
        }
        // The supervisor has started all the others, so its memory holds theirs.
        var ofAll = memoryOf(state.supervisor());
        var total = ofAll.orElse(ofProcesses);
        text.append(row(
                "supervisor",
                ofAll.isPresent() ? "running" : "gone",
                Long.toString(state.supervisor().pid()),
                "",
                megabytes(ofAll.isPresent() ? OptionalLong.of(total - ofProcesses) : OptionalLong.empty()),
                ""));
        return text.append(summary(state))
                .append("; total resident memory %s%n".formatted(megabytes(OptionalLong.of(total))))
                .toString();
    }

    private static String summary(StackState state) {
        if (state.allReady()) {
            return "all ready in %s".formatted(seconds(state.readyAfterMillis()));
        }
        var ready = state.processes().stream()
                .filter(ProcessStatus::isReadyAndAlive)
                .count();
        return "%d of %d ready".formatted(ready, state.processes().size());
    }

    private OptionalLong memoryOf(ProcessIdentity identity) {
        return identity != null && identity.isAlive() ? residentBytes.apply(identity) : OptionalLong.empty();
    }

    private static String row(ProcessStatus process, OptionalLong memory) {
        var hasEnded = process.identity() != null && !process.identity().isAlive();
        return row(
                process.name(),
                hasEnded ? "gone" : process.state().name().toLowerCase(Locale.ROOT),
                process.identity() == null
                        ? "-"
                        : Long.toString(process.identity().pid()),
                Integer.toString(process.restarts()),
                megabytes(memory),
                process.readyAfterMillis() == 0 ? "-" : seconds(process.readyAfterMillis()));
    }

    private static String row(String name, String state, String pid, String restarts, String memory, String ready) {
        return ROW.formatted(name, state, pid, restarts, memory, ready);
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? "%d MB".formatted(bytes.getAsLong() / MEGABYTE) : "-";
    }

    private static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
}
