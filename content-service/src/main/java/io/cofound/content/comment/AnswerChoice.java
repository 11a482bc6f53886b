package io.cofound.content.comment;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;

/** Which comment answers a question. */
record AnswerChoice(@NotNull UUID commentId) {}
