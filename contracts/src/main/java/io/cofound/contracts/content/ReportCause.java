package io.cofound.contracts.content;

/** What a member finds wrong with a text. */
public enum ReportCause {
    SPAM,
    SCAM,
    ABUSE,
    OFF_TOPIC,
    /** Somebody's private matters, or somebody's work without leave. */
    NOT_THEIRS,
    OTHER
}
