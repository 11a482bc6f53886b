package io.cofound.content.reaction;

/** What a member may say about a post without words. */
enum ReactionKind {
    LIKE,
    INSIGHTFUL,
    CELEBRATE,
    SUPPORT,
    CURIOUS
}
