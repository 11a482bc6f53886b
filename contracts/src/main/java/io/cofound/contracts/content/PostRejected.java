package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Topics;

/**
 * A revision of a post was refused; its author may see why.
 *
 * @param submissionId this revision of the post on its way through judgement
 * @param postId the post
 * @param revision counts the post's contents from 1
 * @param communityId the community it was written for
 * @param authorId the member who wrote it
 * @param decisionId the decision, which holds the reasons
 * @param rejectedAt when
 */
@EventType(value = "io.cofound.content.post.rejected.v1", topic = Topics.POST)
public record PostRejected(
        UUID submissionId,
        UUID postId,
        long revision,
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
