package io.cofound.contracts.community;

/** How one becomes a member of a community. */
public enum Joining {
    /** By asking. */
    OPEN,
    /** By a request that a moderator answers. */
    REQUEST,
    /** By invitation only. */
    INVITATION
}
