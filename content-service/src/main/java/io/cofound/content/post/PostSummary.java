package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.content.markdown.Markdown;
import io.cofound.contracts.content.PostType;

/**
 * A post in a list; {@link PostView} has it whole.
 *
 * @param state where the shown revision stands
 * @param revision number of the shown revision
 * @param pinned whether it stands above the other posts of its community
 * @param excerpt its author's summary, or else the first characters of the body without formatting; plain text
 * @param coverUrl a picture for it, https; null if it has none
 * @param sourceUrl what a piece of news is about; null for all else
 */
public record PostSummary(
        UUID id,
        UUID communityId,
        PostState state,
        long revision,
        PostType type,
        String title,
        String excerpt,
        String coverUrl,
        String sourceUrl,
        List<String> tags,
        String language,
        PostView.Author author,
        Instant createdAt,
        Instant publishedAt,
        boolean pinned) {

    /** In code points. */
    private static final int EXCERPT = 280;

    static PostSummary published(PostRow row) {
        return of(row, PostState.PUBLISHED);
    }

    static PostSummary latest(PostRow row) {
        return of(row, row.post().state);
    }

    private static String excerpt(PostRow row) {
        if (row.summary() != null) {
            return row.summary();
        }
        String text = Markdown.plainText(row.beginning());
        return text.codePoints()
                .limit(EXCERPT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
                excerpt(row),
                row.coverUrl(),
                row.sourceUrl(),
                List.of(row.tags()),
                row.language(),
                new PostView.Author(post.authorId, row.authorName()),
                post.createdAt,
                post.publishedAt,
                post.pinnedAt != null);
    }
}
