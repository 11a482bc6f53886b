package io.cofound.platform.web.paging;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import io.cofound.platform.web.problem.Problem;

/**
 * The last row a reader has seen, so that the next page is a range scan of an index and costs what the first did.
 *
 * @param at the row's sort time; kept to the microsecond, as PostgreSQL does
 * @param id breaks ties of time
 */
public record Cursor(Instant at, UUID id) {

    private static final int BYTES = 3 * Long.BYTES;

    /** The end of the year 9999: nothing here is later, and PostgreSQL's times end somewhere. */
    private static final long LAST_MICROS = 253_402_300_799_999_999L;

    /** Opaque to clients, safe in a URL. */
    public String encode() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for anything {@link #encode} did not make */
    public static Cursor decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException("wrong length");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            long micros = buffer.getLong();
            if (micros < 0 || micros > LAST_MICROS) {
                throw new IllegalArgumentException("no time of ours");
            }
            return new Cursor(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), new UUID(buffer.getLong(), buffer.getLong()));
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException e) {
            throw Problem.malformed("invalid-cursor", "Pass nextCursor on as it was answered.");
        }
    }
}
