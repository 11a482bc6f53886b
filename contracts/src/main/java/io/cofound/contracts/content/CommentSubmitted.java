package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A comment, or a new revision of one, waits for judgement. A tombstone, or the refusal, follows once it is judged.
 *
 * @param submissionId this revision of the comment on its way through judgement
 * @param commentId the comment
 * @param revision counts the comment's texts from 1: every edit is a new one, judged anew
 * @param postId what it is said to
 * @param communityId the community of the post
 * @param authorId the member who wrote it
 * @param body Markdown as the author wrote it
 * @param language detected language of the text, BCP 47
 * @param submittedAt when
 */
@EventType(value = "io.cofound.content.comment.submitted.v1", topic = Topics.COMMENT)
public record CommentSubmitted(
        UUID submissionId,
        UUID commentId,
        long revision,
        UUID postId,
        UUID communityId,
        UUID authorId,
        String body,
        String language,
        Instant submittedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
