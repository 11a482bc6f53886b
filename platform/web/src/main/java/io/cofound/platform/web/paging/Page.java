package io.cofound.platform.web.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page starts; null on the last page
 */
public record Page<T>(List<T> items, String nextCursor) {

    /**
     * Makes a page of rows that were asked for with {@link PageRequest#fetchSize()}: one row more than the page shows
     * tells that there is a next page, without counting.
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<R, Cursor> cursorOf, Function<R, T> view) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? cursorOf.apply(shown.getLast()).encode() : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /** An empty last page. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }
}
