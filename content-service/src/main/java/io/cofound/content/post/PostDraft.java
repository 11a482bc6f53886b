package io.cofound.content.post;

import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.cofound.contracts.content.PostType;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * A post to be submitted.
 *
 * @param title 1 to 200 characters, plain text
 * @param body 1 to 50,000 characters, Markdown
 * @param summary at most 500 characters, plain text; default none
 * @param coverUrl address of a picture, https under a public name; it is not fetched; default none
 * @param sourceUrl what a piece of NEWS is about, of which there is one in a community; default none
 * @param tags at most 10 of 1 to 40 characters; default none. What the shared vocabulary knows is kept by its id
 */
public record PostDraft(
        @NotNull PostType type,

        @NotNull @CodePointLength(max = MAX_TITLE) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_MESSAGE)
        String title,

        @NotNull @CodePointLength(max = MAX_BODY) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_MESSAGE)
        String body,

        @CodePointLength(max = MAX_SUMMARY) String summary,

        @CodePointLength(max = MAX_URL) String coverUrl,

        @CodePointLength(max = MAX_URL) String sourceUrl,

        @Size(max = MAX_TAGS)
        List<@NotNull @CodePointLength(max = MAX_TAG) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_MESSAGE) String>
                tags) {

    public static final int MAX_TITLE = 200;
    public static final int MAX_BODY = 50_000;
    public static final int MAX_SUMMARY = 500;
    public static final int MAX_URL = 2000;
    public static final int MAX_TAGS = 10;
    public static final int MAX_TAG = 40;

    /** Not only white space of any script. Linear: it never backtracks. */
    static final String SOME_TEXT = "(?sU)\\s*+\\S.*+";

    static final String SOME_TEXT_MESSAGE = "must not be blank";

    PostText text() {
        return PostText.of(type, title, body, summary, coverUrl, sourceUrl, tags == null ? List.of() : tags);
    }
}
