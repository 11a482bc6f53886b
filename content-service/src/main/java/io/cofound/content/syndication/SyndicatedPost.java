package io.cofound.content.syndication;

import java.time.Instant;
import java.util.UUID;

/**
 * A published post of a public community.
 *
 * @param html what it says, sanitised
 * @param authorName null for a former member
 * @param submittedAt when the text that others see was written
 */
record SyndicatedPost(
        UUID id,
        Long revision,
        String title,
        String html,
        String[] tags,
        String language,
        String authorName,
        Instant publishedAt,
        Instant submittedAt) {

    /** Stable, whatever address the frontend moves to. */
    String urn() {
        return "urn:uuid:" + id;
    }

    Instant updatedAt() {
        return submittedAt.isAfter(publishedAt) ? submittedAt : publishedAt;
    }
}
