package io.cofound.contracts.moderation;

/** How an appeal ended. */
public enum AppealOutcome {
    /** The ruling stands. */
    UPHELD,
    /** The ruling was wrong; a new one lets the text be seen. */
    OVERTURNED
}
