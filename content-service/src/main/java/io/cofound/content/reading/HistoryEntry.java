package io.cofound.content.reading;

import java.time.Instant;
import java.util.UUID;

/**
 * A post that the member has read.
 *
 * @param title as it is now; null where the member may not see the post any more
 * @param readings how often, with at least half an hour between
 * @param dwellSeconds how long it was on the screen, all readings together
 * @param depth how much of it, 0 to 1, in the reading that came furthest
 */
record HistoryEntry(
        UUID postId,
        UUID communityId,
        String title,
        int readings,
        long dwellSeconds,
        double depth,
        Instant firstReadAt,
        Instant lastReadAt) {}
