package io.cofound.content.post;

/** Where the latest revision of a post stands. An earlier one may be visible meanwhile. */
public enum PostState {
    /** Not judged yet. */
    PENDING,
    /** Others see it. */
    PUBLISHED,
    /** Waits for a person to decide. */
    HELD,
    REJECTED,
    /** Gone for everybody but its author and moderators; may be restored for a while. */
    REMOVED
}
