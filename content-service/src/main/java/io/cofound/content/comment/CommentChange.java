package io.cofound.content.comment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.CodePointLength;

/** What a comment shall say instead. Limits as in {@link CommentDraft}. */
record CommentChange(
        @NotNull
        @CodePointLength(max = CommentDraft.MAX_BODY)
        @Pattern(regexp = CommentDraft.SOME_TEXT, message = CommentDraft.SOME_TEXT_MESSAGE)
        String body) {}
