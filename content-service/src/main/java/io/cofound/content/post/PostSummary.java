package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.PostType;

/**
 * A post in a list; {@link PostView} has it whole.
 *
 * @param state where the shown revision stands
 * @param revision number of the shown revision
 * @param excerpt the first 280 characters of the body, Markdown
 */
public record PostSummary(
        UUID id,
        UUID communityId,
        PostState state,
        long revision,
        PostType type,
        String title,
        String excerpt,
        List<String> tags,
        String language,
        PostView.Author author,
        Instant createdAt,
        Instant publishedAt) {

    static PostSummary published(PostRow row) {
        return of(row, PostState.PUBLISHED);
    }

    static PostSummary latest(PostRow row) {
        return of(row, row.post().state);
    }

    private static PostSummary of(PostRow row, PostState state) {
        Post post = row.post();
        return new PostSummary(
                post.id,
                post.communityId,
                state,
                row.number(),
                row.type(),
                row.title(),
                row.excerpt(),
                List.of(row.tags()),
                row.language(),
                new PostView.Author(post.authorId, row.authorName()),
                post.createdAt,
                post.publishedAt);
    }
}
