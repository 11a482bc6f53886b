package io.cofound.content.comment;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param displayName as it is today; null for a former member */
record CommentAuthor(
        UUID id,

        @Schema(
                nullable = true,
                description =
                        "The name its author shows today. Null for a former member: the comment stayed, its author"
                                + " did not, and the id names nobody any more.")
        String displayName) {}
