package io.cofound.content.reading;

import java.time.Instant;
import java.util.UUID;

/** A {@link Reading} as its member reads it in an export. */
record OwnReading(UUID postId, int readings, long dwellSeconds, double depth, Instant firstReadAt, Instant lastReadAt) {

    static OwnReading of(Reading reading) {
        return new OwnReading(
                reading.postId(),
                reading.readings(),
                reading.dwellMillis() / 1_000,
                reading.depth(),
                reading.firstReadAt(),
                reading.lastReadAt());
    }
}
