package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A revision of a comment waits for a person to decide.
 *
 * @param submissionId this revision of the comment on its way through judgement
 * @param commentId the comment
 * @param revision counts the comment's texts from 1
 * @param postId what it is said to
 * @param communityId the community of the post
 * @param authorId the member who wrote it
 * @param decisionId the decision to ask a person
 * @param heldAt when
 */
@EventType(value = "io.cofound.content.comment.held.v1", topic = Topics.COMMENT)
public record CommentHeld(
        UUID submissionId,
        UUID commentId,
        long revision,
        UUID postId,
        UUID communityId,
        UUID authorId,
        UUID decisionId,
        Instant heldAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
