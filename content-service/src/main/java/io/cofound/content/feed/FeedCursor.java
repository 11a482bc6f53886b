package io.cofound.content.feed;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

import io.cofound.platform.web.problem.Problem;

/**
 * The last post a reader was shown in a feed, and what the pages after it need so that they belong to those before it.
 *
 * @param asOf when the paging began: what was read later counts as unseen
 * @param snapshot which scores; 0 in a feed that goes by time
 * @param rank what the post was ordered by: microseconds since 1970 or its score
 */
record FeedCursor(FeedSort sort, FeedPart part, Instant asOf, long snapshot, double rank, UUID id) {

    private static final int BYTES = 2 + 5 * Long.BYTES;

    /** In the year 2255: a double is not exact beyond. */
    private static final double LAST_RANK = 1L << 53;

    String encode() {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put((byte) sort.ordinal())
                .put((byte) part.ordinal())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, asOf))
                .putLong(snapshot)
                .putDouble(rank)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for anything {@link #encode} did not make for that feed */
    static FeedCursor decode(String text, FeedSort sort, boolean unseenFirst) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                throw new IllegalArgumentException("wrong length");
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            FeedCursor cursor = new FeedCursor(
                    FeedSort.values()[buffer.get()],
                    FeedPart.values()[buffer.get()],
                    Instant.EPOCH.plus(within(buffer.getLong()), ChronoUnit.MICROS),
                    buffer.getLong(),
                    buffer.getDouble(),
                    new UUID(buffer.getLong(), buffer.getLong()));
            if (cursor.sort != sort || unseenFirst == (cursor.part == FeedPart.ALL) || !isRank(cursor.rank)) {
                throw new IllegalArgumentException("of another feed");
            }
            return cursor;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.malformed("invalid-cursor", "Pass nextCursor on as it was answered, to the same feed.");
        }
    }

    /** For a rank that is a time. */
    static Instant time(double rank) {
        return Instant.EPOCH.plus((long) rank, ChronoUnit.MICROS);
    }

    private static boolean isRank(double rank) {
        return rank >= 0 && rank <= LAST_RANK;
    }

    private static long within(long micros) {
        if (!isRank(micros)) {
            throw new IllegalArgumentException("no time of ours");
        }
        return micros;
    }
}
