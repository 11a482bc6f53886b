package io.cofound.contracts.content;

/** What kind of reading a post is. */
public enum PostType {
    NEWS,
    TECH_SHARE,
    CASE_STUDY,
    QUESTION,
    SHOWCASE
}
