package io.cofound.content.comment;

import java.util.UUID;

import io.cofound.content.post.PostAccess;

/**
 * A comment that others see, as the other features know it.
 *
 * @param shownNumber of the text that others see
 * @param post what it is said to, as who asked may see it
 */
public record CommentAccess(UUID commentId, UUID authorId, long shownNumber, PostAccess post) {}
