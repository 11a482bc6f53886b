package io.cofound.content.post;

import java.util.UUID;

import io.cofound.content.community.Standing;

/**
 * A post that somebody may see, as the other features know it.
 *
 * @param shownRevision number of the revision that others than its author and moderators see; null while they see none
 * @param closed whether it takes no more comments
 * @param standing how who asked stands to its community
 */
public record PostAccess(
        UUID postId, UUID communityId, UUID authorId, Long shownRevision, boolean closed, Standing standing) {

    static PostAccess of(Post post, Standing standing) {
        return new PostAccess(post.id, post.communityId, post.authorId, post.publishedRevision, post.closed, standing);
    }

    /** Whether others than its author and moderators see it. */
    public boolean visible() {
        return shownRevision != null;
    }
}
