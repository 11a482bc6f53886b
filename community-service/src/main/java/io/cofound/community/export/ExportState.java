package io.cofound.community.export;

enum ExportState {
    /** Not every service has sent what it keeps. */
    GATHERING,
    /** Everything is there. */
    READY,
    /** Somebody did not answer in time; what is there can be downloaded, and what still comes is added. */
    INCOMPLETE
}
