package io.cofound.content.comment;

/** Where the latest text of a comment stands. An earlier one may be visible meanwhile. */
enum CommentState {
    /** Not judged yet. */
    PENDING,
    /** Others see it. */
    PUBLISHED,
    /** Waits for a person to decide. */
    HELD,
    REJECTED,
    /** Gone for good, for everybody but its author and moderators. */
    REMOVED
}
