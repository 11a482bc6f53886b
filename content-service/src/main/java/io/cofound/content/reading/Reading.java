package io.cofound.content.reading;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * How a member has read a post by now.
 *
 * @param readings how often, with a pause between
 * @param dwellMillis how long it was on the screen, all readings together
 * @param depth how much of it, 0 to 1, in the reading that came furthest
 * @param firstReadAt when first, which never changes and by which the history is ordered
 */
record Reading(
        UUID memberId,
        UUID postId,
        int readings,
        long dwellMillis,
        double depth,
        Instant firstReadAt,
        Instant lastReadAt) {

    /** The month of the history in which it stands, UTC. */
    YearMonth month() {
        return YearMonth.from(firstReadAt.atOffset(ZoneOffset.UTC));
    }
}
