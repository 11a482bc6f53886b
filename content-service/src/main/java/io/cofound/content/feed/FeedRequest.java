package io.cofound.content.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.cofound.content.post.Reader;
import io.cofound.contracts.content.PostType;

/**
 * Which part of which feed somebody wants to read.
 *
 * @param tag as feeds compare it; null for every tag, and so are type and community
 * @param asOf when the paging began
 * @param after null for the first page
 */
record FeedRequest(
        FeedSort sort,
        boolean unseenFirst,
        String tag,
        PostType type,
        UUID communityId,
        Reader reader,
        int limit,
        Instant asOf,
        FeedCursor after) {

    private static final UUID NOBODY = new UUID(0, 0);

    static FeedRequest of(
            FeedSort sort,
            boolean unseenFirst,
            String tag,
            PostType type,
            UUID communityId,
            Reader reader,
            int limit,
            String cursor) {
        FeedCursor after = cursor == null || cursor.isBlank() ? null : FeedCursor.decode(cursor, sort, unseenFirst);
        Instant asOf = after == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : after.asOf();
        return new FeedRequest(sort, unseenFirst, tag, type, communityId, reader, limit, asOf, after);
    }

    /** An id that no member has for somebody who is not signed in. */
    UUID readerId() {
        return reader.id() == null ? NOBODY : reader.id();
    }

    boolean isSignedIn() {
        return reader.id() != null;
    }

    boolean isUnfiltered() {
        return tag == null && type == null && communityId == null;
    }

    FeedPart firstPart() {
        if (after != null) {
            return after.part();
        }
        return unseenFirst ? FeedPart.UNSEEN : FeedPart.ALL;
    }

    /** One more than the page shows tells that there is a next page. */
    int fetchSize() {
        return limit + 1;
    }
}
