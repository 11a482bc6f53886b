package io.cofound.local.launcher;

/** Where a supervised process is in its life. */
enum ProcessState {
    /** Not started yet: what it needs is not ready. */
    WAITING,
    STARTING,
    READY,
    /** Alive, but it says that it cannot do its work at the moment. */
    UNREADY,
    /** It ended by itself and is started again after a pause. */
    RESTARTING,
    /** It never became ready and is not tried again. */
    FAILED,
    STOPPED
}
