package io.cofound.event.seat;

/** What has become of a member's wish to come. */
public enum RegistrationState {
    /** Has a seat. */
    CONFIRMED,
    /** Waits for one. */
    WAITLISTED,
    /** Gave the seat, or the place in the line, back. */
    CANCELLED,
    /** Had a seat and came. */
    CHECKED_IN,
    /** Had a seat and did not come. */
    NO_SHOW
}
