package io.cofound.content.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.cofound.content.comment.ShownComment;
import io.cofound.platform.web.paging.Page;

import static java.util.stream.Collectors.toSet;

/**
 * The comments a post's page begins with, without the names of who wrote them.
 *
 * @param revision counts the changes of the comments that others see; these are no older
 * @param threads the first comments on the post itself, in their order
 * @param nextCursor where the list of comments goes on; null where these are all
 */
public record FirstComments(long revision, List<CommentThread> threads, String nextCursor) {

    /** @param replies the first replies, in their order */
    public record CommentThread(PageComment comment, List<PageComment> replies) {}

    /**
     * @param parentId the comment it answers; null if it answers the post itself
     * @param authorId null where only the place of a removed comment is left
     * @param body as above
     * @param html as above
     * @param editedAt null if it never was
     */
    public record PageComment(
            UUID id,
            UUID parentId,
            UUID authorId,
            String body,
            String html,
            String state,
            long revision,
            boolean accepted,
            Instant createdAt,
            Instant editedAt,
            long replyCount) {

        /** A document keeps milliseconds, and no reader is to see from where a page came. */
        public PageComment {
            createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
            editedAt = editedAt == null ? null : editedAt.truncatedTo(ChronoUnit.MILLIS);
        }

        static PageComment of(ShownComment comment) {
            return new PageComment(
                    comment.id(),
                    comment.parentId(),
                    comment.authorId(),
                    comment.body(),
                    comment.html(),
                    comment.authorId() == null ? "REMOVED" : "PUBLISHED",
                    comment.revision(),
                    comment.accepted(),
                    comment.createdAt(),
                    comment.editedAt(),
                    comment.replyCount());
        }
    }

    static FirstComments none(long revision) {
        return new FirstComments(revision, List.of(), null);
    }

    static FirstComments of(long revision, Page<ShownComment> page) {
        return new FirstComments(
                revision, page.items().stream().map(FirstComments::thread).toList(), page.nextCursor());
    }

    private static CommentThread thread(ShownComment comment) {
        return new CommentThread(
                PageComment.of(comment),
                comment.replies().stream().map(PageComment::of).toList());
    }

    List<UUID> authorIds() {
        return threads.stream()
                .flatMap(thread -> Stream.concat(Stream.of(thread.comment), thread.replies.stream()))
                .map(PageComment::authorId)
                .filter(id -> id != null)
                .collect(toSet())
                .stream()
                .toList();
    }
}
