package io.cofound.content.post;

import java.util.UUID;

import io.cofound.content.community.Standing;

/**
 * A post that somebody may see, as the other features know it.
 *
 * @param visible whether others than its author and moderators see it
 * @param closed whether it takes no more comments
 * @param standing how who asked stands to its community
 */
public record PostAccess(
        UUID postId, UUID communityId, UUID authorId, boolean visible, boolean closed, Standing standing) {

    static PostAccess of(Post post, Standing standing) {
        return new PostAccess(post.id, post.communityId, post.authorId, post.isVisible(), post.closed, standing);
    }
}
