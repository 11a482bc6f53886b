package io.cofound.event.meetup;

/** Where a meetup is in its life. */
enum MeetupState {
    /** Seen only by those who may organise. */
    DRAFT,
    /** Seen by everybody the community lets look inside; takes registrations until it starts. */
    PUBLISHED,
    /** Will not take place. */
    CANCELLED
}
