package io.cofound.content.comment;

import java.time.Instant;

/**
 * A comment with one of its texts and its author's name, read by one query.
 *
 * @param text null where none is to be seen, of what has a place in the thread alone
 * @param authorName as it is today; null for a former member
 */
record CommentRow(Comment comment, CommentRevision text, String authorName) {

    String body() {
        return text == null ? null : text.body;
    }

    /** Sanitised; null where there is no text. */
    String html() {
        return text == null ? null : text.html;
    }

    /** Null for the first text. */
    Instant editedAt() {
        return text == null || text.submittedAt.equals(comment.createdAt) ? null : text.submittedAt;
    }
}
