package io.cofound.content.comment;

import java.time.Instant;
import java.util.UUID;

import io.cofound.content.post.Judgement;

/**
 * One of a comment's texts.
 *
 * @param revision the comment's when the text was written
 * @param published whether others see it, or saw it before another one
 * @param decision null while there is none
 */
record CommentRevisionView(
        UUID commentId,
        long revision,
        String body,
        String language,
        boolean published,
        Instant submittedAt,
        Judgement decision) {

    static CommentRevisionView of(CommentRevision text) {
        return new CommentRevisionView(
                text.commentId,
                text.number,
                text.body,
                text.language,
                text.published,
                text.submittedAt,
                text.judgement);
    }
}
