package io.cofound.content.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment as everybody sees it who may read its post.
 *
 * @param parentId under which it stands; null for the post itself
 * @param authorId null, as body and html, for what is gone and has been answered
 * @param html the body as sanitised HTML
 * @param accepted whether it is the answer to its post's question
 * @param editedAt null if it was never changed
 * @param replyCount how many stand directly under it
 * @param replies the first of them, oldest first; none of a reply
 */
public record ShownComment(
        UUID id,
        UUID parentId,
        UUID authorId,
        String body,
        String html,
        long revision,
        boolean accepted,
        Instant createdAt,
        Instant editedAt,
        long replyCount,
        List<ShownComment> replies) {

    static ShownComment of(CommentRow row, List<CommentRow> replies) {
        Comment comment = row.comment();
        return new ShownComment(
                comment.id,
                comment.parentId,
                row.text() == null ? null : comment.authorId,
                row.body(),
                row.html(),
                comment.revision,
                comment.accepted,
                comment.createdAt,
                row.editedAt(),
                comment.replyCount,
                replies.stream().map(reply -> of(reply, List.of())).toList());
    }
}
