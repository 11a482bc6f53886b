package io.cofound.content.post;

import java.time.Instant;
import java.util.UUID;

/**
 * A post in its author's export; what it said is in the revisions.
 *
 * @param revision number of the latest revision
 * @param publishedRevision number of the revision that others see; null while they see none
 * @param publishedAt when others first saw the post; null if they never did
 */
record OwnPost(
        UUID id,
        UUID communityId,
        PostState state,
        long revision,
        Long publishedRevision,
        Instant createdAt,
        Instant publishedAt) {

    static OwnPost of(Post post) {
        return new OwnPost(
                post.id,
                post.communityId,
                post.state,
                post.revision,
                post.publishedRevision,
                post.createdAt,
                post.publishedAt);
    }
}
