package io.cofound.platform.web.paging;

import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/**
 * Which part of a list is asked for; a resource method takes it as {@code @BeanParam @Valid}.
 *
 * @param limit how many items, 1 to 100
 * @param cursor {@link Page#nextCursor} of the page before; null for the first page
 */
public record PageRequest(
        @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100)
        int limit,

        @QueryParam("cursor") String cursor) {

    /** Empty for the first page. */
    public Optional<Cursor> after() {
        return Optional.ofNullable(cursor).filter(text -> !text.isBlank()).map(Cursor::decode);
    }

    /** How many rows to read for {@link Page#of}. */
    public int fetchSize() {
        return limit + 1;
    }
}
