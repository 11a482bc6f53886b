package io.cofound.content.comment;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment in its author's export; what it said is in the revisions.
 *
 * @param parentId under which it stands; null for the post itself
 * @param publishedRevision number of the text that others see; null while they see none
 * @param publishedAt when others first saw the comment; null if they never did
 */
record OwnComment(
        UUID id,
        UUID postId,
        UUID communityId,
        UUID parentId,
        CommentState state,
        long revision,
        Long publishedRevision,
        boolean accepted,
        Instant createdAt,
        Instant publishedAt) {

    static OwnComment of(Comment comment) {
        return new OwnComment(
                comment.id,
                comment.postId,
                comment.communityId,
                comment.parentId,
                comment.state,
                comment.revision,
                comment.publishedNumber,
                comment.accepted,
                comment.createdAt,
                comment.publishedAt);
    }
}
