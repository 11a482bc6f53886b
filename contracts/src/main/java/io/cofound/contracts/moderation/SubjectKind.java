package io.cofound.contracts.moderation;

/** What a decision is about. */
public enum SubjectKind {
    POST,
    COMMENT,
    /** What a member says of the own person; belongs to no community. */
    PROFILE,
    MEETUP,
    /** A need or an offer; belongs to no community. */
    OPPORTUNITY
}
