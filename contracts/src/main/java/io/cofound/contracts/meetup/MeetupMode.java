package io.cofound.contracts.meetup;

/** Where a meetup takes place. */
public enum MeetupMode {
    ONSITE,
    ONLINE,
    HYBRID
}
