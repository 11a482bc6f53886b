package io.cofound.local.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What tells one process from a later one that was given the same id.
 *
 * @param pid the process id
 * @param startedAt its start in milliseconds since the epoch; 0 if the system does not say
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonAutoDetect(isGetterVisibility = Visibility.NONE)
record ProcessIdentity(long pid, long startedAt) {

    /** The kernel counts from the boot, whose time of day moves a little when the clock is set. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), startOf(process));
    }

    static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).map(ProcessIdentity::of);
    }

    /** The living process that this identity was taken of; empty if it has ended, even if its id was given out again. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> Math.abs(startOf(process) - startedAt) <= CLOCK_TOLERANCE.toMillis());
    }

    boolean isAlive() {
        return find().isPresent();
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
