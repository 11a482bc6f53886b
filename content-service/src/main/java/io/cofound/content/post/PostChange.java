package io.cofound.content.post;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.content.PostType;
import org.hibernate.validator.constraints.CodePointLength;

import static java.util.Objects.requireNonNullElse;

/** What shall be different about a post; absent fields stay as they are, an empty summary, cover or source is
 * taken away. Limits as in {@link PostDraft}. */
record PostChange(
        PostType type,

        @CodePointLength(max = PostDraft.MAX_TITLE)
        @Pattern(regexp = PostDraft.SOME_TEXT, message = PostDraft.SOME_TEXT_MESSAGE)
        String title,

        @CodePointLength(max = PostDraft.MAX_BODY)
        @Pattern(regexp = PostDraft.SOME_TEXT, message = PostDraft.SOME_TEXT_MESSAGE)
        String body,

        @CodePointLength(max = PostDraft.MAX_SUMMARY) String summary,

        @CodePointLength(max = PostDraft.MAX_URL) String coverUrl,

        @CodePointLength(max = PostDraft.MAX_URL) String sourceUrl,

        @Size(max = PostDraft.MAX_TAGS)
        List<
                        @NotNull @CodePointLength(max = PostDraft.MAX_TAG)
                        @Pattern(regexp = PostDraft.SOME_TEXT, message = PostDraft.SOME_TEXT_MESSAGE) String>
                tags) {

    PostText applyTo(PostText text) {
        return PostText.of(
                requireNonNullElse(type, text.type()),
                requireNonNullElse(title, text.title()),
                requireNonNullElse(body, text.body()),
                summary == null ? text.summary() : summary,
                coverUrl == null ? text.coverUrl() : coverUrl,
                sourceUrl == null ? text.sourceUrl() : sourceUrl,
                requireNonNullElse(tags, text.tags()));
    }
}
