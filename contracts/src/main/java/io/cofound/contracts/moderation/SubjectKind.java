package io.cofound.contracts.moderation;

/** What a decision is about. */
public enum SubjectKind {
    POST,
    COMMENT
}
