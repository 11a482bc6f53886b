package io.cofound.content.post;

import java.util.UUID;

/**
 * What others see of a post, or that they see nothing.
 *
 * @param latestRevision number of the post's latest revision, which others need not see
 * @param revision number of the revision that others see; null while they see none
 * @param text null while others see none
 * @param commentsRevision counts the changes of the comments that others see; 0 while there never was one
 */
public record PublishedText(UUID postId, long latestRevision, Long revision, PostText text, long commentsRevision) {

    public boolean isVisible() {
        return revision != null;
    }
}
