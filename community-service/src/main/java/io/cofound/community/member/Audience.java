package io.cofound.community.member;

/** Whom a part of a profile is shown to; a reader is of the widest audience that includes them. */
enum Audience {
    /** Everybody, signed in or not, and partners. */
    PUBLIC,
    /** Whoever is signed in. */
    MEMBERS,
    /** Only the member. */
    NOBODY;

    boolean includes(Audience reader) {
        return compareTo(reader) <= 0;
    }
}
