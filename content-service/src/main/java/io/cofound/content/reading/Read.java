package io.cofound.content.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.cofound.content.post.Reader;
import io.cofound.content.post.Sightings.Sighting;

import static java.lang.Math.max;
import static java.lang.Math.min;

/**
 * Somebody has read a post.
 *
 * @param dwellMillis how long it was on the screen
 * @param depth how much of it, 0 to 1
 * @param firstAt when this was first heard of
 * @param lastAt when last; the same unless several were joined
 */
record Read(Reader reader, UUID postId, long dwellMillis, double depth, Instant firstAt, Instant lastAt) {

    static Read now(Reader reader, UUID postId, ReadDraft draft, Instant now) {
        return new Read(reader, postId, Duration.ofSeconds(draft.dwellSeconds()).toMillis(), draft.depth(), now, now);
    }

    Sighting sighting() {
        return new Sighting(reader, postId);
    }

    /** Nobody reads for longer than the time that has passed since the last word of it. */
    Read then(Read later) {
        long passed = max(0, Duration.between(lastAt, later.firstAt).toMillis());
        return new Read(
                reader,
                postId,
                dwellMillis + min(later.dwellMillis, passed),
                max(depth, later.depth),
                firstAt,
                later.lastAt.isAfter(lastAt) ? later.lastAt : lastAt);
    }
}
