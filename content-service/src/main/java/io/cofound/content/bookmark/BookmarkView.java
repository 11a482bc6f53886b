package io.cofound.content.bookmark;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.content.PostType;

/**
 * A bookmark with enough of its post to be recognised.
 *
 * @param folderId null for one in no folder
 */
record BookmarkView(
        UUID postId,
        UUID folderId,
        Instant bookmarkedAt,
        UUID communityId,
        PostType type,
        String title,
        Author author,
        Instant publishedAt) {

    /** @param displayName null for a former member */
    record Author(UUID id, String displayName) {}
}
