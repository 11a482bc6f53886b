package io.cofound.content.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.content.post.Judgement;

/**
 * A comment as somebody may see it: its author and moderators the latest text, others the published one. In threads
 * everybody sees what is published.
 *
 * @param parentId under which it stands; null for the post itself
 * @param author null, as body and html, for what is gone and has been answered
 * @param html the body as sanitised HTML
 * @param state where the shown text stands; REMOVED for what is gone
 * @param revision counts the comment's changes from 1; what If-Match takes
 * @param accepted whether it is the answer to its post's question
 * @param editedAt when the shown text was written; null for the first one
 * @param replyCount how many stand directly under it
 * @param replies the first of them, oldest first; null where they are not given
 * @param decision what was decided about the shown text; for its author and moderators alone, and not in threads
 */
record CommentView(
        UUID id,
        UUID postId,
        UUID parentId,
        CommentAuthor author,
        String body,
        String html,
        CommentState state,
        long revision,
        boolean accepted,
        Instant createdAt,
        Instant editedAt,
        long replyCount,
        List<CommentView> replies,
        Judgement decision) {

    /** For the author and moderators; of a forgotten author no text is left. */
    static CommentView latest(CommentRow row) {
        return of(row, row.comment().state, null, row.text() == null ? null : row.text().judgement);
    }

    /** For everybody else, and in threads. */
    static CommentView published(CommentRow row, List<CommentView> replies) {
        return of(row, row.comment().isVisible() ? CommentState.PUBLISHED : CommentState.REMOVED, replies, null);
    }

    private static CommentView of(CommentRow row, CommentState state, List<CommentView> replies, Judgement decision) {
        Comment comment = row.comment();
        return new CommentView(
                comment.id,
                comment.postId,
                comment.parentId,
                row.text() == null ? null : new CommentAuthor(comment.authorId, row.authorName()),
                row.body(),
                row.html(),
                state,
                comment.revision,
                comment.accepted,
                comment.createdAt,
                row.editedAt(),
                comment.replyCount,
                replies,
                decision);
    }
}
