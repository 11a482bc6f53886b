package io.cofound.community.ban;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.community.community.Roster;
import io.cofound.community.community.Roster.Departure;
import io.cofound.community.joinrequest.JoinRequests;
import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.Permission;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class BanService {

    private final BanRepository bans;
    private final Memberships memberships;
    private final Roster roster;
    private final JoinRequests requests;
    private final Notifications notifications;

    BanService(
            BanRepository bans,
            Memberships memberships,
            Roster roster,
            JoinRequests requests,
            Notifications notifications) {
        this.bans = bans;
        this.memberships = memberships;
        this.roster = roster;
        this.requests = requests;
        this.notifications = notifications;
    }

    /** A second one takes the place of the first. */
    @WithTransaction
    Uni<BanView> impose(UUID moderatorId, UUID communityId, UUID memberId, BanOrder order) {
        return memberships
                .requireForChange(communityId, moderatorId, Permission.BAN)
                .call(() -> requireMember(memberId))
                .call(own -> memberships
                        .roleOf(communityId, memberId)
                        .invoke(role -> role.ifPresent(other -> Memberships.requireAbove(own, other))))
                .chain(() -> bans.lock(communityId, memberId))
                .chain(former -> {
                    Ban ban = former == null ? new Ban(communityId, memberId) : former;
                    ban.impose(order, moderatorId);
                    return bans.persist(ban);
                })
                .call(() -> requests.decline(communityId, memberId, moderatorId))
                .call(ban -> roster.bar(communityId, memberId, ban.endsAt)
                        .chain(departure -> tell(communityId, memberId, departure)))
                .map(BanView::of);
    }

    @WithSession
    Uni<Page<BanView>> list(UUID readerId, UUID communityId, PageRequest page) {
        return memberships
                .require(communityId, readerId, Permission.BAN)
                .chain(() -> bans.latest(communityId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.bannedAt, row.id), BanView::of));
    }

    @WithTransaction
    Uni<Void> lift(UUID moderatorId, UUID communityId, UUID memberId) {
        return memberships
                .requireForChange(communityId, moderatorId, Permission.BAN)
                .chain(() -> bans.lock(communityId, memberId))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("ban"))
                .chain(bans::delete)
                .chain(() -> roster.unbar(communityId, memberId));
    }

    private Uni<Void> tell(UUID communityId, UUID memberId, Optional<Departure> departure) {
        return departure
                .map(ended -> notifications.raise(
                        memberId,
                        NotificationKind.BANNED,
                        communityId,
                        null,
                        "banned:" + ended.membershipId() + ":" + ended.revision()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Boolean> requireMember(UUID memberId) {
        return bans.isMember(memberId).invoke(found -> {
            if (!found) {
                throw Problem.notFound("member");
            }
        });
    }
}
