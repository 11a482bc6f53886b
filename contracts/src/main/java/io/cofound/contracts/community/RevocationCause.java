package io.cofound.contracts.community;

/** Why somebody is no longer a member of a community. */
public enum RevocationCause {
    /** By the member's own wish. */
    LEFT,
    /** By somebody who moderates the community; may join again. */
    REMOVED,
    /** By somebody who moderates the community; may not join again before the ban ends. */
    BANNED,
    /** The member's data was erased. */
    ERASED
}
