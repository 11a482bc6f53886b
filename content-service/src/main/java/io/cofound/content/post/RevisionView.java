package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.PostType;

/**
 * One of a post's texts.
 *
 * @param published whether others may read it
 * @param decision null while there is none; for the author and moderators alone
 */
record RevisionView(
        UUID postId,
        long revision,
        PostType type,
        String title,
        String body,
        String summary,
        String coverUrl,
        String sourceUrl,
        List<String> tags,
        String language,
        boolean published,
        Instant submittedAt,
        Judgement decision) {

    static RevisionView of(PostRevision text, boolean withDecision) {
        return new RevisionView(
                text.postId,
                text.number,
                text.type,
                text.title,
                text.body,
                text.summary,
                text.coverUrl,
                text.sourceUrl,
                List.of(text.tags),
                text.language,
                text.published,
                text.submittedAt,
                withDecision ? text.judgement : null);
    }
}
