package io.cofound.event.community;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.privacy.PersonalData;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** The copies of the communities that a member belongs to. */
@ApplicationScoped
class MembershipPersonalData implements PersonalData {

    record MembershipCopy(UUID communityId, CommunityRole role) {}

    private final MembershipCopies memberships;

    MembershipPersonalData(MembershipCopies memberships) {
        this.memberships = memberships;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select community_id, role from membership where member_id = ?1 and role is not null",
                                Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> List.of(new Holding(
                        "membership-copies",
                        rows.stream()
                                .map(row -> new MembershipCopy((UUID) row[0], CommunityRole.valueOf((String) row[1])))
                                .toList())));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return memberships.forget(request.memberId(), request.requestedAt());
    }
}
