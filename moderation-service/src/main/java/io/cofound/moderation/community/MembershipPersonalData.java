package io.cofound.moderation.community;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.cofound.platform.privacy.PersonalData.Holding;
import io.smallrye.mutiny.Uni;

/** What is copied here of a member: the communities the member belongs to. */
@ApplicationScoped
class MembershipPersonalData implements PersonalData {

    record MembershipCopy(UUID communityId, CommunityRole role) {}

    private final MembershipRepository memberships;

    MembershipPersonalData(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return memberships
                .rolesOf(memberId)
                .map(roles -> List.of(new Holding(
                        "membership-copies",
                        roles.entrySet().stream()
                                .map(role -> new MembershipCopy(role.getKey(), role.getValue()))
                                .toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return memberships.deleteOf(request.memberId(), request.requestedAt());
    }
}
