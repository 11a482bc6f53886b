package io.cofound.community.activity;

/** What counts as being active in a community; joining alone does not. */
public enum ActivityKind {
    /** A post became visible for the first time. */
    POST,
    /** A comment became visible for the first time. */
    COMMENT,
    /** A seat at a meetup was taken. */
    SEAT,
    /** A meetup was come to. */
    VISIT
}
