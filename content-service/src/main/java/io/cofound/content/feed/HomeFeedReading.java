package io.cofound.content.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.cofound.content.feed.FollowedPosts.State;
import io.cofound.content.feed.HomeFeeds.Lookup;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Uses a member's home feed where there is one and it is up to date, and builds it where not. */
@ApplicationScoped
class HomeFeedReading {

    private static final Logger LOG = Logger.getLogger(HomeFeedReading.class);

    /** A post that is not in by then is not just on its way. */
    private static final Duration LATE = Duration.ofSeconds(10);

    private final HomeFeeds feeds;
    private final FollowedPosts followed;

    HomeFeedReading(HomeFeeds feeds, FollowedPosts followed) {
        this.feeds = feeds;
        this.followed = followed;
    }

    /** @param read gets the feed, or null where there is none to rely on */
    <T> Uni<T> with(UUID memberId, Function<HomeFeed, Uni<T>> read) {
        return Panache.withSession(() -> followed.state(memberId))
                .chain(state -> state.followed() == 0
                        ? read.apply(null)
                        : feeds.find(memberId).chain(found -> with(memberId, state, found, read)));
    }

    private <T> Uni<T> with(UUID memberId, State state, Lookup found, Function<HomeFeed, Uni<T>> read) {
        HomeFeed feed = found.feed();
        if (feed != null && feed.isUpToDate(state)) {
            return read.apply(feed);
        }
        return found.isAway() || feed != null && isOnItsWay(feed, state)
                ? read.apply(null)
                : read.apply(null).call(() -> build(memberId, state.follows()));
    }

    /** Whatever it says now. */
    Uni<Void> rebuild(UUID memberId) {
        return Panache.withSession(() -> followed.state(memberId)).chain(state -> build(memberId, state.follows()));
    }

    private static boolean isOnItsWay(HomeFeed feed, State state) {
        Instant newest = Instant.EPOCH.plus(state.newest(), ChronoUnit.MICROS);
        return feed.follows() == state.follows() && newest.isAfter(Instant.now().minus(LATE));
    }

    /** What is published while PostgreSQL is read is written into it by the projection, which finds it begun. */
    private Uni<Void> build(UUID memberId, long follows) {
        UUID build = UuidCreator.getTimeOrderedEpoch();
        return feeds.begin(memberId, build, follows)
                .chain(() -> Panache.withSession(() -> followed.latest(memberId, follows)))
                .chain(feed -> feeds.finish(memberId, build, feed))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf(
                            "a home feed was not built (%s)", failure.getClass().getName());
                    return null;
                });
    }
}
