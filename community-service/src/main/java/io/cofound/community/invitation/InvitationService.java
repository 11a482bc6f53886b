package io.cofound.community.invitation;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.contracts.community.Permission;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.paging.Cursor;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class InvitationService {

    private record Request(UUID communityId, InvitationDraft draft) {}

    private final InvitationRepository invitations;
    private final Memberships memberships;
    private final Idempotency idempotency;

    InvitationService(InvitationRepository invitations, Memberships memberships, Idempotency idempotency) {
        this.invitations = invitations;
        this.memberships = memberships;
        this.idempotency = idempotency;
    }

    /**
     * Makes an invitation. A repeat with the same key is answered without the code, of which nothing is kept.
     *
     * @param key {@code Idempotency-Key}; may be null
     */
    @WithTransaction
    Uni<InvitationView> make(UUID makerId, UUID communityId, String key, InvitationDraft draft) {
        InvitationCode code = InvitationCode.random();
        Invitation invitation = new Invitation(communityId, makerId, draft, code);
        return idempotency
                .once(makerId, key, new Request(communityId, draft), InvitationView.class, () -> requireMayMake(
                                makerId, invitation)
                        .chain(() -> invitations.persist(invitation))
                        .map(InvitationView::of))
                .map(view -> view.id().equals(invitation.id) ? view.with(code) : view);
    }

    @WithSession
    Uni<Page<InvitationView>> list(UUID readerId, UUID communityId, PageRequest page) {
        return memberships
                .require(communityId, readerId, Permission.INVITE)
                .chain(() -> invitations.latest(communityId, page))
                .map(rows -> Page.of(rows, page, row -> new Cursor(row.createdAt, row.id), InvitationView::of));
    }

    @WithTransaction
    Uni<Void> revoke(UUID actorId, UUID communityId, UUID invitationId) {
        return memberships
                .requireForChange(communityId, actorId, Permission.INVITE)
                .chain(() -> invitations.findById(invitationId))
                .invoke(invitation -> {
                    if (invitation == null || !invitation.communityId.equals(communityId)) {
                        throw Problem.notFound("invitation");
                    }
                    invitation.revoke();
                })
                .replaceWithVoid();
    }

    private Uni<Void> requireMayMake(UUID makerId, Invitation invitation) {
        return memberships
                .requireForChange(invitation.communityId, makerId, Permission.INVITE)
                .invoke(role -> {
                    if (invitation.givesRole() && !Permission.ASSIGN_ROLES.isHeldBy(role)) {
                        throw Memberships.permissionRequired(Permission.ASSIGN_ROLES);
                    }
                })
                .replaceWithVoid();
    }
}
