package io.cofound.contracts.privacy;

/** What becomes of what an erased member published. */
public enum PublicContent {
    /** Stays, by a former member. */
    KEEP,
    /** Goes with the member. */
    REMOVE
}
