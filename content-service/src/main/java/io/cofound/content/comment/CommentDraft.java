package io.cofound.content.comment;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.CodePointLength;

/**
 * A comment to be submitted.
 *
 * @param body 1 to 5,000 characters, Markdown; {@code @[name](memberId)} or {@code @name} tells a member of it
 * @param parentId the comment it answers; null if it answers the post itself
 */
record CommentDraft(
        @NotNull @CodePointLength(max = MAX_BODY) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_MESSAGE)
        String body,

        UUID parentId) {

    static final int MAX_BODY = 5_000;

    /** Not only white space of any script. Linear: it never backtracks. */
    static final String SOME_TEXT = "(?sU)\\s*+\\S.*+";

    static final String SOME_TEXT_MESSAGE = "must not be blank";
}
