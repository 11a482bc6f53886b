package io.cofound.content.series;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.hibernate.validator.constraints.CodePointLength;

/** What shall be different about a series; absent fields stay as they are. Limits as in {@link SeriesDraft}. */
record SeriesChange(
        SeriesKind kind,

        @CodePointLength(max = SeriesDraft.MAX_TITLE)
        @Pattern(regexp = SeriesDraft.SOME_TEXT, message = SeriesDraft.SOME_TEXT_MESSAGE)
        String title,

        @CodePointLength(max = SeriesDraft.MAX_DESCRIPTION) String description,

        @Size(max = SeriesDraft.MAX_GOALS)
        List<
                        @NotNull @CodePointLength(max = SeriesDraft.MAX_GOAL)
                        @Pattern(regexp = SeriesDraft.SOME_TEXT, message = SeriesDraft.SOME_TEXT_MESSAGE) String>
                goals,

        @Size(max = SeriesDraft.MAX_PREREQUISITES) List<@NotNull UUID> prerequisites) {}
