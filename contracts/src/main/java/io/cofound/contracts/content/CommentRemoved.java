package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A comment is gone for readers.
 *
 * @param commentId the comment
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param postId what it was said to
 * @param communityId the community of the post
 * @param authorId the member who wrote it
 * @param publishedAt when others first saw it; null if they never did, and then nobody but its author is to hear of it
 * @param removedAt when
 * @param byDecision the decision that refused what others saw; its author may appeal, and it may be shown again. Null
 *     where it was taken away for another reason: by its author, by a moderator, at an erasure
 */
@EventType(value = "io.cofound.content.comment.removed.v1", topic = Topics.COMMENT)
public record CommentRemoved(
        UUID commentId,
        long revision,
        UUID postId,
        UUID communityId,
        UUID authorId,
        @Nullable Instant publishedAt,
        Instant removedAt,
        @Nullable UUID byDecision)
        implements Event {

    @Override
    public UUID aggregateId() {
        return commentId;
    }
}
