package io.cofound.local.launcher;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes that a killed supervisor left behind. Each is known by its id and its start, so that an id that the
 * system has given to a stranger since is left alone.
 */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What a process has started ends with it, or has not noticed. */
    private static final Duration PATIENCE_WITH_ORPHANS = Duration.ofSeconds(2);

    private final StackState state;

    Leftovers(StackState state) {
        this.state = state;
    }

    /** Those that are alive, the latest started first. */
    List<ProcessHandle> find() {
        return state.processes().reversed().stream()
                .map(ProcessStatus::identity)
                .filter(Objects::nonNull)
                .map(ProcessIdentity::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Ends them with all they have started: asks first, then kills. Returns how many there were. */
    int end() {
        var found = find();
        for (var process : found) {
            var family =
                    Stream.concat(process.descendants(), Stream.of(process)).toList();
            process.destroy();
            if (hasEnded(process, PATIENCE)) {
                family.forEach(member -> hasEnded(member, PATIENCE_WITH_ORPHANS));
            }
            family.forEach(ProcessHandle::destroyForcibly);
            family.forEach(member -> hasEnded(member, PATIENCE));
        }
        return found.size();
    }

    private static boolean hasEnded(ProcessHandle process, Duration patience) {
        return process.onExit()
                .thenApply(ended -> true)
                .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
