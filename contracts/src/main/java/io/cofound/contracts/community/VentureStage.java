package io.cofound.contracts.community;

/** How far the member's venture has come. */
public enum VentureStage {
    IDEA,
    PROTOTYPE,
    /** First users, little revenue. */
    LAUNCHED,
    /** Revenue that grows. */
    GROWING,
    /** Known to work, now made large. */
    SCALING
}
