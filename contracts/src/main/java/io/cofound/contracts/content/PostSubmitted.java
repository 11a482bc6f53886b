package io.cofound.contracts.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;

/**
 * A post, or a new revision of one, waits for judgement. A tombstone, or the refusal, follows once it is judged.
 *
 * @param submissionId this revision of the post on its way through judgement
 * @param postId the post
 * @param revision counts the post's contents from 1: every edit is a new one, judged anew
 * @param communityId the community it was written for
 * @param authorId the member who wrote it
 * @param title its title, plain text
 * @param body Markdown as the author wrote it
 * @param summary what it says in a sentence or two, plain text; null if its author wrote none
 * @param coverUrl a picture for it, https; null if it has none
 * @param sourceUrl what a piece of news is about, canonical; null for all else
 * @param tags what its author says it is about; may be empty
 * @param language detected language of the text, BCP 47
 * @param submittedAt when
 */
@EventType(value = "io.cofound.content.post.submitted.v1", topic = Topics.POST)
public record PostSubmitted(
        UUID submissionId,
        UUID postId,
        long revision,
        UUID communityId,
        UUID authorId,
        PostType type,
        String title,
        String body,
        @Nullable String summary,
        @Nullable String coverUrl,
        @Nullable String sourceUrl,
        List<String> tags,
        String language,
        Instant submittedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return submissionId;
    }
}
