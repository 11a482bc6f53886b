package io.cofound.moderation.appeal;

/** How an appeal stands. */
enum AppealState {
    /** Somebody who had no part in the ruling is to look at it. */
    OPEN,
    /** The ruling stands. */
    UPHELD,
    /** The ruling was wrong, and the text may be seen. */
    OVERTURNED,
    /** The text was removed or replaced before anybody answered. */
    WITHDRAWN
}
