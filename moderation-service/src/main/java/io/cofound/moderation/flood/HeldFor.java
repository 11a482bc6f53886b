package io.cofound.moderation.flood;

/** Why a text waits for people although nothing in it is wrong. */
enum HeldFor {
    /** The same was written too often. */
    COPIES,
    /** Its author is new, and many who are new write at once. */
    JOIN_WAVE
}
