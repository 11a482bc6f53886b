package io.cofound.community.community;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.member.MemberService;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
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
    private final MemberService members;
    private final Outbox outbox;

    MembershipService(
            MembershipRepository memberships,
            CommunityRepository communities,
            Memberships roles,
            MemberService members,
            Outbox outbox) {
        this.memberships = memberships;
        this.communities = communities;
        this.roles = roles;
        this.members = members;
        this.outbox = outbox;
    }

    /** Joining twice is joining once. */
    @WithTransaction
    Uni<MembershipView> join(Caller caller, UUID communityId) {
        return members.provision(caller)
                // There is no membership to lock yet, so two joins of one member queue at the member.
                .chain(() -> members.hold(caller.id()))
                .chain(() -> community(communityId))
                .chain(community -> memberships
                        .lock(communityId, caller.id())
                        .chain(former -> join(community, caller.id(), former)))
                .map(MembershipView::of);
    }

    private Uni<Membership> join(Community community, UUID memberId, Membership former) {
        if (former != null && former.active) {
            return Uni.createFrom().item(former);
        }
        if (community.isHidden()) {
            throw Problem.notFound("community");
        }
        if (!community.isOpen()) {
            throw Problem.forbidden("not-open", "This community takes members by request or invitation.");
        }
        if (former != null) {
            former.rejoin();
            return outbox.publish(former.granted()).replaceWith(former);
        }
        Membership membership = new Membership(community.id, memberId, CommunityRole.MEMBER);
        return memberships.persist(membership).call(() -> outbox.publish(membership.granted()));
    }

    @WithTransaction
    Uni<Void> leave(Caller caller, UUID communityId) {
        return active(communityId, caller.id()).chain(membership -> {
            if (membership.role == CommunityRole.OWNER) {
                throw Problem.conflict("owner-cannot-leave", "Hand the community over before you leave it.");
            }
            membership.leave();
            return outbox.publish(membership.revoked());
        });
    }

    @WithTransaction
    Uni<MembershipView> assign(Caller caller, UUID communityId, UUID memberId, CommunityRole role) {
        if (role == CommunityRole.OWNER) {
            throw Problem.unprocessable("one-owner", "A community has one owner.");
        }
        return community(communityId)
                .call(community -> community.isHidden()
                        ? roles.requireMember(communityId, caller.optionalId())
                        : Uni.createFrom().voidItem())
                .call(() -> roles.roleOf(communityId, caller.id()).invoke(own -> requireOwner(own)))
                .chain(() -> active(communityId, memberId))
                .chain(membership -> {
                    if (membership.role == CommunityRole.OWNER) {
                        throw Problem.conflict("owner-keeps-role", "The owner's role changes only by handing over.");
                    }
                    membership.assign(role);
                    return outbox.publish(membership.granted()).replaceWith(membership);
                })
                .map(MembershipView::of);
    }

    @WithSession
    Uni<Page<MembershipView>> list(Optional<UUID> reader, UUID communityId, PageRequest page) {
        return community(communityId)
                .call(community -> community.visibility == Visibility.PUBLIC
                        ? Uni.createFrom().voidItem()
                        : roles.requireMember(communityId, reader))
                .chain(() -> memberships.latest(communityId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.since, row.id), MembershipView::of));
    }

    private Uni<Community> community(UUID id) {
        return communities.findById(id).onItem().ifNull().failWith(() -> Problem.notFound("community"));
    }

    private Uni<Membership> active(UUID communityId, UUID memberId) {
        return memberships.lock(communityId, memberId).invoke(membership -> {
            if (membership == null || !membership.active) {
                throw Problem.notFound("membership");
            }
        });
    }

    private static void requireOwner(Optional<CommunityRole> role) {
        if (role.orElse(null) != CommunityRole.OWNER) {
            throw Problem.forbidden("owner-required", "Only the owner may give roles.");
        }
    }
}
