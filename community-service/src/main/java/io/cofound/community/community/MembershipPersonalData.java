package io.cofound.community.community;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.MembershipGranted;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.PersonalData;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Where the member belongs, and what the member wrote about communities of the own. */
@ApplicationScoped
class MembershipPersonalData implements PersonalData {

    record ExportedMembership(UUID communityId, CommunityRole role, boolean active, Instant since) {}

    record OwnedCommunity(UUID id, String name, String description, String rules, Instant createdAt) {}

    private final CommunityRepository communities;
    private final MembershipRepository memberships;
    private final Ownership ownership;
    private final Roster roster;
    private final Outbox outbox;

    MembershipPersonalData(
            CommunityRepository communities,
            MembershipRepository memberships,
            Ownership ownership,
            Roster roster,
            Outbox outbox) {
        this.communities = communities;
        this.memberships = memberships;
        this.ownership = ownership;
        this.roster = roster;
        this.outbox = outbox;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return memberships.ofMember(memberId).chain(belonging -> communities
                .ownedBy(memberId)
                .map(owned -> List.of(
                        new Holding(
                                "memberships",
                                belonging.stream()
                                        .map(row -> new ExportedMembership(
                                                row.communityId, row.role, row.active, row.since))
                                        .toList()),
                        new Holding(
                                "owned-communities",
                                owned.stream()
                                        .map(row -> new OwnedCommunity(
                                                row.id, row.name, row.description, row.rules, row.createdAt))
                                        .toList()))));
    }

    /** The rows stay, by ids alone, so that who comes back goes on under the same keys with higher revisions. */
    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return memberships
                .communitiesOf(request.memberId())
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> erase(id, request.memberId()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> erase(UUID communityId, UUID memberId) {
        return communities.lock(communityId).chain(community -> memberships
                .lock(communityId, memberId)
                .call(membership -> membership.active && membership.role == CommunityRole.OWNER && !community.givenUp
                        ? ownership.passOn(community, membership)
                        : Uni.createFrom().voidItem())
                .call(() -> roster.expel(communityId, memberId, RevocationCause.ERASED, null))
                .chain(membership -> outbox.erase(MembershipGranted.class, membership.id)));
    }
}
