package io.cofound.content.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.PostType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A post as somebody may see it: its author and moderators the latest revision, others the published one.
 *
 * @param state where the shown revision stands
 * @param revision number of the shown revision
 * @param body Markdown, as its author wrote it
 * @param html the body as it may be put into a page: sanitised, balanced
 * @param summary null if its author wrote none
 * @param coverUrl a picture for it, https; null if it has none
 * @param sourceUrl what a piece of news is about, canonical; null for all else
 * @param publishedRevision number of the revision that others see; null while they see none
 * @param publishedAt when others first saw the post; null if they never did
 * @param pinned whether it stands above the other posts of its community
 * @param closed whether it takes no more comments
 * @param decision what was decided about the shown revision; for its author and moderators alone
 */
public record PostView(
        UUID id,
        UUID communityId,
        PostState state,
        long revision,
        PostType type,
        String title,
        String body,
        String html,
        String summary,
        String coverUrl,
        String sourceUrl,
        List<String> tags,
        String language,
        Author author,
        Instant createdAt,
        Instant publishedAt,
        Long publishedRevision,
        boolean pinned,
        boolean closed,
        Judgement decision) {

    /** @param displayName as it is today; null for a former member */
    public record Author(
            UUID id,

            @Schema(
                    nullable = true,
                    description = "The name its author shows today. Null for a former member: the post stayed, its"
                            + " author did not, and the id names nobody any more.")
            String displayName) {}

    /** For the author and moderators. */
    static PostView latest(Post post, PostRevision latest, String authorName) {
        return of(post, post.state, latest.number, latest.text(), authorName, latest.judgement);
    }

    /**
     * For everybody else.
     *
     * @param authorName as it is today
     */
    static PostView published(Post post, long revision, PostText text, String authorName) {
        return of(post, PostState.PUBLISHED, revision, text, authorName, null);
    }

    private static PostView of(
            Post post, PostState state, long revision, PostText text, String authorName, Judgement decision) {
        return new PostView(
                post.id,
                post.communityId,
                state,
                revision,
                text.type(),
                text.title(),
                text.body(),
                text.html(),
                text.summary(),
                text.coverUrl(),
                text.sourceUrl(),
                text.tags(),
                text.language(),
                new Author(post.authorId, authorName),
                post.createdAt,
                post.publishedAt,
                post.publishedRevision,
                post.pinnedAt != null,
                post.closed,
                decision);
    }
}
