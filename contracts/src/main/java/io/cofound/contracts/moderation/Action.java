package io.cofound.contracts.moderation;

/** What is done with a text. */
public enum Action {
    PUBLISH,
    /** A person decides. */
    HOLD,
    REJECT
}
