package io.cofound.contracts.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A revision of a comment became visible, or the answer to its post's question.
 *
 * @param commentId the comment
 * @param revision counts the aggregate's changes from 1; a reader that keeps a copy ignores an event with a lower one
 * @param postId what it is said to
 * @param communityId the community of the post
 * @param authorId the member who wrote it
 * @param postAuthorId the member who wrote the post
 * @param parentId the comment it answers; null if it answers the post itself
 * @param parentAuthorId who wrote the comment it answers; null if it answers the post itself
 * @param mentions the members it names; may be empty
 * @param accepted whether the post's author took it as the answer
 * @param publishedAt when it first became visible; later revisions keep it
 */
@EventType(value = "io.cofound.content.comment.published.v1", topic = Topics.COMMENT)
public record CommentPublished(
        UUID commentId,
        long revision,
        UUID postId,
        UUID communityId,
        UUID authorId,
        UUID postAuthorId,
        @Nullable UUID parentId,
        @Nullable UUID parentAuthorId,
        List<UUID> mentions,
        boolean accepted,
        Instant publishedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return commentId;
    }
}
