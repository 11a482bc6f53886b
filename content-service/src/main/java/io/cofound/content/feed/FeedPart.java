package io.cofound.content.feed;

/** Which posts of a feed. Kept in cursors by its ordinal: append only. */
enum FeedPart {
    ALL,
    /** Those the reader had not read when the paging began. */
    UNSEEN,
    /** The others, after them. */
    SEEN
}
