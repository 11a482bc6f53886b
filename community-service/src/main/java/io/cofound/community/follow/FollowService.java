package io.cofound.community.follow;

import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.member.FollowCounters;
import io.cofound.community.member.MemberService;
import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class FollowService {

    private final FollowRepository follows;
    private final FollowCounters counters;
    private final MemberService members;
    private final Notifications notifications;
    private final Outbox outbox;

    FollowService(
            FollowRepository follows,
            FollowCounters counters,
            MemberService members,
            Notifications notifications,
            Outbox outbox) {
        this.follows = follows;
        this.counters = counters;
        this.members = members;
        this.notifications = notifications;
        this.outbox = outbox;
    }

    /** Again changes nothing. */
    Uni<Void> follow(Caller caller, UUID followedId) {
        return holding(caller, followedId, known -> known == null ? first(caller.id(), followedId) : resume(known));
    }

    /** Fine for those who do not follow, too. */
    Uni<Void> unfollow(Caller caller, UUID followedId) {
        return holding(caller, followedId, known -> known == null || !known.end() ? nothing() : ended(known));
    }

    /** Whom the member follows, the latest first. */
    @WithSession
    Uni<Page<FollowingView>> following(UUID followerId, PageRequest page) {
        return follows.following(followerId, page).chain(rows -> members.summariesOf(
                        rows.stream().map(follow -> follow.followedId).toList())
                .map(summaries -> Page.of(
                        rows,
                        page,
                        follow -> new Cursor(follow.since, follow.id),
                        follow -> FollowingView.of(follow, summaries.get(follow.followedId)))));
    }

    /**
     * The caller becomes a member in a transaction before, so that this one locks nothing but both members in their order.
     */
    private Uni<Void> holding(Caller caller, UUID followedId, Function<Follow, Uni<? extends Void>> change) {
        UUID followerId = caller.id();
        if (followerId.equals(followedId)) {
            throw Problem.unprocessable("follows-oneself", "Nobody follows themself.");
        }
        return members.provision(caller)
                .chain(() -> Panache.withTransaction(() -> counters.holdBoth(followerId, followedId)
                        .chain(() -> follows.between(followerId, followedId))
                        .chain(change)));
    }

    private Uni<Void> first(UUID followerId, UUID followedId) {
        Follow follow = new Follow(followerId, followedId);
        follow.begin();
        return follows.persist(follow)
                .chain(() -> begun(follow))
                .chain(() -> notifications.raise(
                        followedId, NotificationKind.FOLLOWED, null, followerId, "followed:" + follow.id));
    }

    private Uni<Void> resume(Follow follow) {
        return follow.begin() ? begun(follow) : nothing();
    }

    private Uni<Void> begun(Follow follow) {
        return counters.count(follow.followerId, follow.followedId, 1).chain(() -> outbox.publish(follow.followed()));
    }

    private Uni<Void> ended(Follow follow) {
        return counters.count(follow.followerId, follow.followedId, -1)
                .chain(() -> outbox.publish(follow.unfollowed()));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
