package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A revision of a comment was refused; its author may see why.
 *
 * @param submissionId this revision of the comment on its way through judgement
 * @param commentId the comment
 * @param revision counts the comment's texts from 1
 * @param postId what it is said to
 * @param communityId the community of the post
 * @param authorId the member who wrote it
 * @param decisionId the decision, which holds the reasons
 * @param rejectedAt when
 */
@EventType(value = "io.cofound.content.comment.rejected.v1", topic = Topics.COMMENT)
public record CommentRejected(
        UUID submissionId,
        UUID commentId,
        long revision,
        UUID postId,
        UUID communityId,
        UUID authorId,
        UUID decisionId,
        Instant rejectedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
