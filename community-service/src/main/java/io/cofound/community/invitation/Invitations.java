package io.cofound.community.invitation;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Permission;
import io.smallrye.mutiny.Uni;

/** Invitations as those who join by them meet them; every method joins the caller's transaction. */
@ApplicationScoped
public class Invitations {

    private final InvitationRepository invitations;
    private final Memberships memberships;

    Invitations(InvitationRepository invitations, Memberships memberships) {
        this.invitations = invitations;
        this.memberships = memberships;
    }

    /**
     * Empty when the community never had an invitation with this code.
     *
     * @return the invitation, valid or not
     */
    public Uni<Optional<UUID>> find(UUID communityId, String code) {
        return invitations.by(new InvitationCode(code), communityId).map(found -> Optional.ofNullable(found)
                .map(invitation -> invitation.id));
    }

    /**
     * Uses an invitation once. It is worth what who made it may still do: one by somebody who lost the right to invite is
     * revoked.
     *
     * @return what it makes of who uses it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 410 {@code invitation-expired}, {@code invitation-used-up} or
     *     {@code invitation-revoked}
     */
    public Uni<CommunityRole> redeem(UUID invitationId) {
        return invitations.findById(invitationId).chain(invitation -> memberships
                .roleOf(invitation.communityId, invitation.createdBy)
                .invoke(maker -> requireStillAllowed(invitation, maker.orElse(null)))
                .chain(() -> invitations.use(invitationId))
                .invoke(used -> {
                    if (!used) {
                        throw invitation.refusal();
                    }
                })
                .replaceWith(invitation.role));
    }

    private static void requireStillAllowed(Invitation invitation, CommunityRole maker) {
        if (!Permission.INVITE.isHeldBy(maker) || invitation.givesRole() && !Permission.ASSIGN_ROLES.isHeldBy(maker)) {
            throw Invitation.revokedProblem();
        }
    }
}
