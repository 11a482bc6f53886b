package io.cofound.community.community;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.notification.Notifications;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.NotificationKind;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.community.PublicCommunity;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Who answers for a community: exactly one active member, until it is given up. */
@ApplicationScoped
public class Ownership {

    private final CommunityRepository communities;
    private final MembershipRepository memberships;
    private final Memberships roles;
    private final Notifications notifications;
    private final Outbox outbox;

    Ownership(
            CommunityRepository communities,
            MembershipRepository memberships,
            Memberships roles,
            Notifications notifications,
            Outbox outbox) {
        this.communities = communities;
        this.memberships = memberships;
        this.roles = roles;
        this.notifications = notifications;
        this.outbox = outbox;
    }

    /** The owner becomes a moderator and another member the owner; also of an archived community. */
    @WithTransaction
    Uni<CommunityView> handOver(UUID ownerId, UUID communityId, UUID memberId) {
        return roles.requireForChange(communityId, ownerId, Permission.HAND_OVER, true)
                .call(acting -> memberId.equals(ownerId)
                        ? Uni.createFrom().voidItem()
                        : memberships
                                .lockActive(communityId, List.of(ownerId, memberId))
                                .chain(rows -> handOver(acting.community(), rows, memberId)))
                .map(acting -> CommunityView.of(
                        acting.community(),
                        Standing.memberAs(memberId.equals(ownerId) ? CommunityRole.OWNER : CommunityRole.MODERATOR)));
    }

    /**
     * Lets a member who is to be erased give up the communities that nobody else belongs to: they are archived and
     * emptied, partners forget them. Joins the caller's transaction.
     *
     * @throws HttpProblem 409 {@code owns-communities} with the {@code communities} that others belong to as well, which
     *     have to be handed over before; then nothing is given up
     */
    @WithTransaction
    public Uni<Void> giveUp(UUID memberId) {
        return communities
                .lockOwnedBy(memberId)
                .invoke(Ownership::refuseShared)
                .chain(owned -> Multi.createFrom()
                        .iterable(owned)
                        .onItem()
                        .transformToUniAndConcatenate(this::giveUp)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /**
     * For an owner who is erased after all, since the community was handed to a member who had just asked to be
     * forgotten: the member of the highest role, and of those who came first, follows.
     */
    Uni<Void> passOn(Community community, Membership owner) {
        return memberships
                .successor(community.id)
                .chain(heir ->
                        heir == null ? giveUp(community) : handOver(community, List.of(owner, heir), heir.memberId));
    }

    private Uni<Void> handOver(Community community, List<Membership> rows, UUID newOwnerId) {
        Membership heir = rows.stream()
                .filter(row -> row.memberId.equals(newOwnerId))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                        "owner-must-belong", "Only somebody who belongs to the community can own it."));
        Membership owner = rows.stream()
                .filter(row -> row.role == CommunityRole.OWNER)
                .findFirst()
                .orElseThrow();
        owner.assign(CommunityRole.MODERATOR);
        // Written before the other: at no moment are there two owners.
        return memberships
                .flush()
                .invoke(() -> heir.assign(CommunityRole.OWNER))
                .invoke(() -> community.handTo(newOwnerId))
                .chain(() -> outbox.publish(owner.granted(), heir.granted(), community.changed()))
                .chain(() -> notifications.raise(
                        newOwnerId,
                        NotificationKind.ROLE_CHANGED,
                        community.id,
                        null,
                        "role:" + heir.id + ":" + heir.revision));
    }

    private Uni<Void> giveUp(Community community) {
        boolean wasPublic = community.isPublic();
        community.giveUp();
        return outbox.publish(community.changed())
                .chain(() -> wasPublic
                        ? outbox.erase(PublicCommunity.class, community.id)
                        : Uni.createFrom().voidItem());
    }

    private static void refuseShared(List<Community> owned) {
        List<Map<String, Object>> shared = owned.stream()
                .filter(community -> community.memberCount > 1)
                // Without their names: a problem is logged with all it says.
                .map(community -> Map.<String, Object>of("id", community.id, "memberCount", community.memberCount))
                .toList();
        if (!shared.isEmpty()) {
            throw HttpProblem.builder(Problem.conflict(
                            "owns-communities", "Others belong to communities you own: hand these over first."))
                    .with("communities", shared)
                    .build();
        }
    }
}
