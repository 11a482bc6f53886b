package io.cofound.content.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cofound.content.counter.Counts;
import io.cofound.content.page.FirstComments.CommentThread;
import io.cofound.content.page.FirstComments.PageComment;
import io.cofound.content.post.PostView;
import io.cofound.platform.web.paging.Page;

/**
 * A post with all that is shown around it.
 *
 * @param post its fields are fields of this
 * @param comments the first ones on the post itself, each with its first replies; more by {@code nextCursor} from
 *     {@code GET /posts/{id}/comments}
 */
record PageView(@JsonUnwrapped PostView post, Counts counters, Page<ThreadView> comments) {

    /**
     * @param parentId the comment it answers; null if it answers the post itself
     * @param author null where only the place of a removed comment is left
     * @param body Markdown; null as above
     * @param html null as above
     * @param editedAt null if it never was
     * @param replyCount how many answer it
     * @param replies the first of them; absent in a reply
     */
    record ThreadView(
            UUID id,
            UUID postId,
            UUID parentId,
            PostView.Author author,
            String body,
            String html,
            String state,
            long revision,
            boolean accepted,
            Instant createdAt,
            Instant editedAt,
            long replyCount,

            @JsonInclude(JsonInclude.Include.NON_NULL) List<ThreadView> replies) {}

    /** @param names of who wrote the comments, as they are today, by member id; absent for former members */
    static PageView of(PostView post, Counts counters, FirstComments comments, Map<UUID, String> names) {
        List<ThreadView> threads = comments.threads().stream()
                .map(thread -> thread(post.id(), thread, names))
                .toList();
        return new PageView(post, counters, new Page<>(threads, comments.nextCursor()));
    }

    private static ThreadView thread(UUID postId, CommentThread thread, Map<UUID, String> names) {
        List<ThreadView> replies = thread.replies().stream()
                .map(reply -> comment(postId, reply, names, null))
                .toList();
        return comment(postId, thread.comment(), names, replies);
    }

    private static ThreadView comment(
            UUID postId, PageComment comment, Map<UUID, String> names, List<ThreadView> replies) {
        UUID author = comment.authorId();
        return new ThreadView(
                comment.id(),
                postId,
                comment.parentId(),
                author == null ? null : new PostView.Author(author, names.get(author)),
                comment.body(),
                comment.html(),
                comment.state(),
                comment.revision(),
                comment.accepted(),
                comment.createdAt(),
                comment.editedAt(),
                comment.replyCount(),
                replies);
    }
}
