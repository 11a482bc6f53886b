package io.cofound.contracts.community;

/** Who may see that a community exists and what is in it. */
public enum Visibility {
    /** Anybody, also without signing in. */
    PUBLIC,
    /** Anybody sees that it exists; only members see its content. */
    LISTED,
    /** Only members see that it exists. */
    HIDDEN
}
