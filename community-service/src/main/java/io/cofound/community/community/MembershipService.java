package io.cofound.community.community;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class MembershipService {

    private final MembershipRepository memberships;
    private final CommunityRepository communities;
    private final Memberships roles;
    private final Roster roster;
    private final Notifications notifications;
    private final Outbox outbox;

    MembershipService(
            MembershipRepository memberships,
            CommunityRepository communities,
            Memberships roles,
            Roster roster,
            Notifications notifications,
            Outbox outbox) {
        this.memberships = memberships;
        this.communities = communities;
        this.roles = roles;
        this.roster = roster;
        this.notifications = notifications;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<Void> leave(UUID memberId, UUID communityId) {
        return roster.candidacy(communityId, memberId)
                .invoke(candidacy -> {
                    if (candidacy.membership().isEmpty()) {
                        throw Problem.notFound(candidacy.hidden() ? "community" : "membership");
                    }
                    if (candidacy.membership().get().role() == CommunityRole.OWNER) {
                        throw Problem.conflict("owner-cannot-leave", "Hand the community over before you leave it.");
                    }
                })
                .chain(() -> roster.expel(communityId, memberId, RevocationCause.LEFT, null))
                .replaceWithVoid();
    }

    /** Ends another's membership, who may join again. */
    @WithTransaction
    Uni<Void> remove(UUID actorId, UUID communityId, UUID memberId) {
        return roles.requireForChange(communityId, actorId, Permission.BAN)
                .chain(actor -> active(communityId, memberId)
                        .invoke(membership -> Memberships.requireAbove(actor, membership.role)))
                .chain(() -> roster.expel(communityId, memberId, RevocationCause.REMOVED, null))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<MembershipView> assign(UUID actorId, UUID communityId, UUID memberId, CommunityRole role) {
        return roles.requireForChange(communityId, actorId, Permission.ASSIGN_ROLES)
                .invoke(() -> {
                    if (role == CommunityRole.OWNER) {
                        throw Problem.unprocessable("one-owner", "A community has one owner: hand it over instead.");
                    }
                })
                .chain(() -> active(communityId, memberId))
                .call(membership -> assign(membership, role))
                .map(MembershipView::of);
    }

    private Uni<Void> assign(Membership membership, CommunityRole role) {
        if (membership.role == CommunityRole.OWNER) {
            throw Problem.conflict("owner-keeps-role", "The owner's role changes only by handing over.");
        }
        if (membership.role == role) {
            return Uni.createFrom().voidItem();
        }
        membership.assign(role);
        return outbox.publish(membership.granted())
                .chain(() -> notifications.raise(
                        membership.memberId,
                        NotificationKind.ROLE_CHANGED,
                        membership.communityId,
                        null,
                        "role:" + membership.id + ":" + membership.revision));
    }

    @WithSession
    Uni<Page<MembershipView>> list(Optional<UUID> reader, UUID communityId, PageRequest page) {
        return communities
                .findById(communityId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("community"))
                .call(community -> requireReader(community, reader))
                .chain(() -> memberships.latest(communityId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.since, row.id), MembershipView::of));
    }

    private Uni<?> requireReader(Community community, Optional<UUID> reader) {
        if (community.visibility == Visibility.PUBLIC) {
            return Uni.createFrom().voidItem();
        }
        if (reader.isEmpty()) {
            throw community.isHidden() ? Problem.notFound("community") : Problem.unauthenticated();
        }
        return roles.require(community.id, reader.get(), Permission.READ_INSIDE);
    }

    private Uni<Membership> active(UUID communityId, UUID memberId) {
        return memberships.lock(communityId, memberId).invoke(membership -> {
            if (membership == null || !membership.active) {
                throw Problem.notFound("membership");
            }
        });
    }
}
