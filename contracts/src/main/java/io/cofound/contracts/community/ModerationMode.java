package io.cofound.contracts.community;

/** When a post becomes visible to others. */
public enum ModerationMode {
    /** After a decision allowed it. */
    PRE,
    /** At once; a later decision may take it down. */
    POST
}
