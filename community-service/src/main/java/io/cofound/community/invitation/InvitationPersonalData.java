package io.cofound.community.invitation;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Uni;

/** The invitations that the member made. They hold nothing but ids and numbers, and nobody joins by them afterwards. */
@ApplicationScoped
class InvitationPersonalData implements PersonalData {

    private final InvitationRepository invitations;

    InvitationPersonalData(InvitationRepository invitations) {
        this.invitations = invitations;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return invitations
                .madeBy(memberId)
                .map(made -> List.of(new Holding(
                        "invitations", made.stream().map(InvitationView::of).toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return invitations.revokeAllOf(request.memberId()).replaceWithVoid();
    }
}
