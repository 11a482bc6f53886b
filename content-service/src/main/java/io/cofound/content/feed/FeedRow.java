package io.cofound.content.feed;

import java.util.UUID;

/**
 * A post's place in a feed.
 *
 * @param rank microseconds since 1970 when it was published, or its score
 */
record FeedRow(UUID postId, double rank, FeedPart part) {

    static FeedRow of(Object[] columns, FeedPart part) {
        return new FeedRow((UUID) columns[0], (double) columns[1], part);
    }
}
