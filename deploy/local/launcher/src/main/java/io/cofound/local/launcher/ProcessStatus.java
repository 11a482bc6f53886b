package io.cofound.local.launcher;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What is known of one supervised process at one moment.
 *
 * @param name what people call it
 * @param identity of the running process; null when there is none
 * @param restarts how often it was started again after it had ended by itself
 * @param readyAfterMillis from its latest start until it was ready; 0 before that
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonAutoDetect(isGetterVisibility = Visibility.NONE)
record ProcessStatus(String name, ProcessState state, ProcessIdentity identity, int restarts, long readyAfterMillis) {

    static ProcessStatus waiting(String name) {
        return new ProcessStatus(name, ProcessState.WAITING, null, 0, 0);
    }

    ProcessStatus starting(ProcessIdentity started) {
        return new ProcessStatus(name, ProcessState.STARTING, started, restarts, 0);
    }

    ProcessStatus ready(long afterMillis) {
        return new ProcessStatus(name, ProcessState.READY, identity, restarts, afterMillis);
    }

    ProcessStatus restarting() {
        return new ProcessStatus(name, ProcessState.RESTARTING, null, restarts + 1, 0);
    }

    ProcessStatus in(ProcessState newState) {
        return new ProcessStatus(name, newState, identity, restarts, readyAfterMillis);
    }

    /** The process has ended and is not started again. */
    ProcessStatus ended(ProcessState finalState) {
        return new ProcessStatus(name, finalState, null, restarts, 0);
    }

    /** Whether what was written down is still so. */
    boolean isReadyAndAlive() {
        return isReady() && identity.isAlive();
    }

    boolean isReady() {
        return state == ProcessState.READY;
    }
}
