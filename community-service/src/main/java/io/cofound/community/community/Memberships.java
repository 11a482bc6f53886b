package io.cofound.community.community;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Who belongs to which community, as the community's own rules ask it; every method joins the caller's transaction. */
@ApplicationScoped
public class Memberships {

    private final MembershipRepository memberships;
    private final Outbox outbox;

    Memberships(MembershipRepository memberships, Outbox outbox) {
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /** For a member who never belonged to the community. */
    Uni<Void> grant(UUID communityId, UUID memberId, CommunityRole role) {
        Membership membership = new Membership(communityId, memberId, role);
        return memberships
                .persist(membership)
                .call(() -> outbox.publish(membership.granted()))
                .replaceWithVoid();
    }

    /** Empty for those who do not belong to it. */
    public Uni<Optional<CommunityRole>> roleOf(UUID communityId, UUID memberId) {
        return memberships.of(communityId, memberId).map(row -> Optional.ofNullable(row)
                .filter(found -> found.active)
                .map(found -> found.role));
    }

    /** Fails with 404, so that a hidden community is not given away. */
    Uni<Void> requireMember(UUID communityId, Optional<UUID> memberId) {
        Uni<Optional<CommunityRole>> role = memberId.isPresent()
                ? roleOf(communityId, memberId.get())
                : Uni.createFrom().item(Optional.empty());
        return role.invoke(found -> found.orElseThrow(() -> Problem.notFound("community")))
                .replaceWithVoid();
    }
}
