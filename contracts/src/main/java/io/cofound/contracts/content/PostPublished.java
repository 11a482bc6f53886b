package io.cofound.contracts.content;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.Event;
import io.cofound.contracts.EventType;
import io.cofound.contracts.Nullable;
import io.cofound.contracts.Topics;
import io.cofound.contracts.community.Visibility;

/**
 * A revision of a post became visible.
 *
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
 * @param authorName the name its author shows to others; null for a former member
 * @param visibility that of its community at that moment
 * @param publishedAt when the post first became visible; later revisions keep it
 */
@EventType(value = "io.cofound.content.post.published.v1", topic = Topics.POST)
public record PostPublished(
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
        @Nullable String authorName,
        Visibility visibility,
        Instant publishedAt)
        implements Event {

    @Override
    public UUID aggregateId() {
        return postId;
    }
}
