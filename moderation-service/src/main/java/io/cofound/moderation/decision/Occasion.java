package io.cofound.moderation.decision;

/** What a ruling is made on. */
public enum Occasion {
    /** The text was submitted. */
    CASCADE,
    /** The cascade held it for a person. */
    REVIEW,
    /** Members reported it. */
    REPORT,
    /** It was drawn to measure what the cascade misses. */
    SAMPLE,
    /** Its author appealed. */
    APPEAL
}
