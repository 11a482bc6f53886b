package io.cofound.event.meetup;

/** Which meetups a list shows. */
enum Period {
    /** Those not over yet, the next one first. */
    UPCOMING,
    /** Those that are over, the last one first. */
    PAST
}
