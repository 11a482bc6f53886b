package io.cofound.content.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The latest posts of those whom a member follows, without regard to who may read them.
 *
 * @param follows {@link FollowedPosts.State#follows} when it was built
 * @param entries latest first
 * @param floor every post published later than this is in, of earlier ones some may be missing; microseconds since 1970,
 *     0 when none is missing
 */
record HomeFeed(long follows, List<Entry> entries, long floor) {

    static final int LONGEST = 500;

    /** @param at when it was published, microseconds since 1970 */
    record Entry(UUID postId, long at) {}

    /** @param stored in any order, and some more perhaps than are kept */
    static HomeFeed of(long follows, List<Entry> stored, long builtFloor) {
        List<Entry> latest = stored.stream()
                .distinct()
                .sorted(Comparator.comparingLong(Entry::at).reversed())
                .limit(LONGEST)
                .toList();
        // When full, one may have been dropped that was published at the same moment as the last.
        long floor = latest.size() < LONGEST
                ? builtFloor
                : Math.max(builtFloor, latest.getLast().at());
        return new HomeFeed(
                follows, latest.stream().filter(entry -> entry.at() > floor).toList(), floor);
    }

    boolean isWhole() {
        return floor == 0;
    }

    /** Whether nothing that PostgreSQL knows is newer than what is here, and the member follows the same members. */
    boolean isUpToDate(FollowedPosts.State state) {
        long newest = entries.isEmpty() ? floor : entries.getFirst().at();
        return follows == state.follows() && newest >= state.newest();
    }

    /** @param cursor null for the start of the feed */
    boolean reachesBelow(FeedCursor cursor) {
        return cursor == null || cursor.rank() > floor;
    }

    UUID[] postIds() {
        return entries.stream().map(Entry::postId).toArray(UUID[]::new);
    }

    Instant floorTime() {
        return Instant.EPOCH.plus(floor, ChronoUnit.MICROS);
    }
}
