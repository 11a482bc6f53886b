package io.cofound.platform.web.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.quarkiverse.resteasy.problem.HttpProblem;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorProperties {

    @Property
    void a_cursor_survives_the_client(
            @ForAll @LongRange(min = 0, max = 1L << 52) long micros, @ForAll long high, @ForAll long low) {
        Cursor cursor = new Cursor(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(high, low));

        assertThat(Cursor.decode(cursor.encode())).isEqualTo(cursor);
    }

    @Property
    void anything_else_is_a_400_and_never_a_500(@ForAll String text) {
        try {
            assertThat(Cursor.decode(text).encode()).isNotEmpty();
        } catch (HttpProblem problem) {
            assertThat(problem.getStatusCode()).isEqualTo(400);
        }
    }

    @Property
    void pages_of_any_size_show_every_row_once(
            @ForAll @IntRange(max = 250) int rows, @ForAll @IntRange(min = 1, max = 100) int limit) {
        List<Integer> all = IntStream.range(0, rows).boxed().toList();
        int seen = 0;
        Page<Integer> page;
        do {
            List<Integer> fetched = all.subList(seen, Math.min(rows, seen + limit + 1));
            page = Page.of(
                    fetched,
                    new PageRequest(limit, null),
                    row -> new Cursor(Instant.EPOCH, new UUID(0, row)),
                    row -> row);
            assertThat(page.items())
                    .isEqualTo(all.subList(seen, seen + page.items().size()));
            seen += page.items().size();
        } while (page.nextCursor() != null);

        assertThat(seen).isEqualTo(rows);
    }

    @Property
    void a_forged_time_is_a_400(@ForAll long micros) {
        byte[] bytes = ByteBuffer.allocate(24).putLong(micros).array();
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            assertThat(Cursor.decode(forged).at())
                    .isBetween(Instant.EPOCH, Instant.parse("9999-12-31T23:59:59.999999Z"));
        } catch (HttpProblem problem) {
            assertThat(problem.getStatusCode()).isEqualTo(400);
        }
    }

    @Example
    void a_cut_cursor_is_refused() {
        String cursor = new Cursor(Instant.EPOCH, new UUID(1, 2)).encode();

        assertThatThrownBy(() -> Cursor.decode(cursor.substring(4))).isInstanceOf(HttpProblem.class);
    }
}
