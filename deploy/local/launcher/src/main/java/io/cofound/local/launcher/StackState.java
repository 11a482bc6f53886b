package io.cofound.local.launcher;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What the supervisor writes down about the whole stack, for the other commands and for its successor after a crash.
 *
 * @param supervisor the process that looks after the stack
 * @param message why it failed; empty otherwise
 * @param readyAfterMillis from the supervisor's start until everything was ready; 0 before that
 * @param processes in the order of their start
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StackState(
        Phase phase, ProcessIdentity supervisor, String message, long readyAfterMillis, List<ProcessStatus> processes) {

    enum Phase {
        STARTING,
        READY,
        FAILED,
        STOPPED
    }

    Optional<String> failure() {
        return phase == Phase.FAILED ? Optional.of(message) : Optional.empty();
    }

    boolean allReady() {
        return phase == Phase.READY
                && supervisor.isAlive()
                && processes.stream().allMatch(ProcessStatus::isReadyAndAlive);
    }
}
