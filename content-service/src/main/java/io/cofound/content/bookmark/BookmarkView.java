package io.cofound.content.bookmark;

import java.time.Instant;
import java.util.UUID;

import io.cofound.content.post.PostView;
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
        PostView.Author author,
        Instant publishedAt) {}
