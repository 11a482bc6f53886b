package io.cofound.content.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.quarkiverse.resteasy.problem.HttpProblem;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedCursorProperties {

    @Property
    void what_was_answered_is_read_back(
            @ForAll FeedSort sort,
            @ForAll boolean seen,
            @ForAll @LongRange(min = 0, max = 9_000_000_000_000_000L) long asOf,
            @ForAll long snapshot,
            @ForAll @DoubleRange(min = 0, max = 9e15) double rank,
            @ForAll long id) {
        FeedCursor cursor = new FeedCursor(
                sort,
                seen ? FeedPart.SEEN : FeedPart.ALL,
                Instant.EPOCH.plus(asOf, ChronoUnit.MICROS),
                snapshot,
                rank,
                new UUID(id, ~id));

        assertThat(FeedCursor.decode(cursor.encode(), sort, seen)).isEqualTo(cursor);
        assertThatThrownBy(() -> FeedCursor.decode(cursor.encode(), sort, !seen))
                .isInstanceOf(HttpProblem.class);
    }

    @Property
    void anything_else_is_refused_and_breaks_nothing(@ForAll String text, @ForAll FeedSort sort) {
        assertThatThrownBy(() -> FeedCursor.decode(text, sort, false)).isInstanceOf(HttpProblem.class);
    }
}
