package io.cofound.content.series;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.constraints.CodePointLength;

/**
 * A series to be made; its posts are arranged afterwards.
 *
 * @param title 1 to 120 characters
 * @param description at most 1,000 characters; default none
 * @param goals what one knows at its end, at most 10 of 1 to 200 characters; default none
 * @param prerequisites series of the same community to be done before, at most 10; default none
 */
record SeriesDraft(
        @NotNull SeriesKind kind,

        @NotNull @CodePointLength(max = MAX_TITLE) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_MESSAGE)
        String title,

        @CodePointLength(max = MAX_DESCRIPTION) String description,

        @Size(max = MAX_GOALS)
        List<@NotNull @CodePointLength(max = MAX_GOAL) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_MESSAGE) String>
                goals,

        @Size(max = MAX_PREREQUISITES) List<@NotNull UUID> prerequisites) {

    static final int MAX_TITLE = 120;
    static final int MAX_DESCRIPTION = 1_000;
    static final int MAX_GOALS = 10;
    static final int MAX_GOAL = 200;
    static final int MAX_PREREQUISITES = 10;

    /** Not only white space of any script. Linear: it never backtracks. */
    static final String SOME_TEXT = "(?sU)\\s*+\\S.*+";

    static final String SOME_TEXT_MESSAGE = "must not be blank";
}
