package io.cofound.content.feed;

import io.cofound.platform.web.problem.Problem;

/** In which order, and whose posts. Kept in cursors by its ordinal: append only. */
enum FeedSort {
    LATEST,
    TRENDING,
    FOLLOWING;

    static FeedSort of(String text) {
        return switch (text) {
            case "latest" -> LATEST;
            case "trending" -> TRENDING;
            case "following" -> FOLLOWING;
            default -> throw Problem.malformed("unknown-sort", "sort takes latest, trending or following.");
        };
    }
}
