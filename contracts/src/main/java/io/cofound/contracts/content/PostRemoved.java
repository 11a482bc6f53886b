package io.cofound.contracts.content;

import java.time.Instant;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A post is gone for readers.
 *
 * @param postId the post
 * @param revision counts the post's contents from 1; the last that is gone; a later one may still wait for judgement
 * @param communityId the community it was written for
 * @param authorId the member who wrote it
 * @param publishedAt when others first saw it; null if they never did, and then nobody but its author is to hear of it
 * @param removedAt when
 * @param byDecision the decision that refused what others saw; its author may appeal, and it may be shown again. Null
 *     where it was taken away for another reason: by its author, by a moderator, at an erasure
 */
@EventType(value = "io.cofound.content.post.removed.v1", topic = Topics.POST)
public record PostRemoved(
        UUID postId,
        long revision,
        UUID communityId,
        UUID authorId,
        @Nullable Instant publishedAt,
        Instant removedAt,
        @Nullable UUID byDecision)
        implements Event {

    @Override
    public UUID aggregateId() {
        return postId;
    }
}
