package io.cofound.content.post;

import java.util.List;
import java.util.UUID;

import io.cofound.content.diff.Line;
import io.cofound.content.diff.Piece;
import io.cofound.content.diff.TextDiff;

import static java.util.Objects.requireNonNullElse;

/**
 * What one of a post's texts says otherwise than another.
 *
 * @param against number of the other text; null for the first, which is new altogether
 * @param title word by word
 * @param summary word by word; empty if neither has one
 * @param tags tag by tag
 * @param body line by line, changed lines word by word
 */
record RevisionDiff(
        UUID postId,
        long revision,
        Long against,
        List<Piece> title,
        List<Piece> summary,
        List<Piece> tags,
        List<Line> body) {

    /** @param before null if there is none */
    static RevisionDiff of(PostRevision text, PostRevision before) {
        return new RevisionDiff(
                text.postId,
                text.number,
                before == null ? null : before.number,
                TextDiff.words(before == null ? "" : before.title, text.title),
                TextDiff.words(
                        before == null ? "" : requireNonNullElse(before.summary, ""),
                        requireNonNullElse(text.summary, "")),
                TextDiff.items(before == null ? List.of() : List.of(before.tags), List.of(text.tags)),
                TextDiff.lines(before == null ? "" : before.body, text.body));
    }
}
