package io.cofound.community.community;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.community.member.MemberService;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.PublicCommunity;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class CommunityService {

    private final CommunityRepository communities;
    private final MemberService members;
    private final Memberships memberships;
    private final Outbox outbox;

    CommunityService(CommunityRepository communities, MemberService members, Memberships memberships, Outbox outbox) {
        this.communities = communities;
        this.members = members;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<CommunityView> found(Caller caller, CommunityDraft draft) {
        Community community = new Community(caller.id(), draft);
        return members.provision(caller)
                .chain(() -> communities.persist(community))
                .call(() -> outbox.publish(community.created()))
                .call(() -> publishIfPublic(community))
                .call(() -> memberships.grant(community.id, caller.id(), CommunityRole.OWNER))
                .map(CommunityView::of);
    }

    @WithTransaction
    Uni<CommunityView> change(Caller caller, UUID id, long expectedRevision, CommunityChange change) {
        return communities
                .findById(id, LockModeType.PESSIMISTIC_WRITE)
                .call(community -> requireVisible(community, caller.optionalId()))
                .call(() -> memberships.roleOf(id, caller.id()).invoke(role -> requireOwner(role.orElse(null))))
                .invoke(community -> Revision.check(expectedRevision, community.revision))
                .chain(community -> {
                    boolean wasPublic = community.isPublic();
                    community.apply(change);
                    return outbox.publish(community.changed())
                            .call(() -> wasPublic && !community.isPublic()
                                    ? outbox.erase(PublicCommunity.class, id)
                                    : publishIfPublic(community))
                            .replaceWith(() -> CommunityView.of(community));
                });
    }

    @WithSession
    Uni<CommunityView> get(UUID id, Optional<UUID> reader) {
        return visible(id, reader).map(CommunityView::of);
    }

    @WithSession
    Uni<Page<CommunityView>> list(Optional<UUID> reader, PageRequest page) {
        return communities
                .latestVisibleTo(reader, page)
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.createdAt, row.id), CommunityView::of));
    }

    private Uni<Community> visible(UUID id, Optional<UUID> reader) {
        return communities.findById(id).call(community -> requireVisible(community, reader));
    }

    /** A hidden community does not exist for those who do not belong to it. */
    private Uni<Void> requireVisible(Community community, Optional<UUID> reader) {
        if (community == null) {
            throw Problem.notFound("community");
        }
        return community.isHidden()
                ? memberships.requireMember(community.id, reader)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> publishIfPublic(Community community) {
        return community.isPublic()
                ? outbox.publish(community.published())
                : Uni.createFrom().voidItem();
    }

    private static void requireOwner(CommunityRole role) {
        if (role != CommunityRole.OWNER) {
            throw Problem.forbidden("owner-required", "Only the owner may change the community.");
        }
    }
}
