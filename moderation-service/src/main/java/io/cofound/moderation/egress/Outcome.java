package io.cofound.moderation.egress;

/** What came back for a text that left. */
public enum Outcome {
    /** A usable answer. */
    ANSWERED,
    /** Something else than an answer, too much of it, or an error. */
    UNUSABLE,
    /** Nothing in time. */
    TIMED_OUT
}
