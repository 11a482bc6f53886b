package io.cofound.community.community;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.RevocationCause;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/**
 * Lets members into communities and out of them, counts them, and tells everybody. Every method joins the caller's
 * transaction and holds the community's row, so that nobody is counted twice and no ban is overtaken by a join.
 */
@ApplicationScoped
public class Roster {

    private final CommunityRepository communities;
    private final MembershipRepository memberships;
    private final Outbox outbox;

    Roster(CommunityRepository communities, MembershipRepository memberships, Outbox outbox) {
        this.communities = communities;
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /** Fails with 404 only where there is no such community: whether it may be known of is the caller's to decide. */
    public Uni<Candidacy> candidacy(UUID communityId, UUID memberId) {
        return communities
                .lock(communityId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("community"))
                .chain(community ->
                        memberships.of(communityId, memberId).map(former -> Candidacy.of(community, memberId, former)));
    }

    /** Who belongs to it already stays as is. */
    public Uni<MembershipView> admit(UUID communityId, UUID memberId, CommunityRole role) {
        return communities
                .lock(communityId)
                .chain(community -> memberships
                        .lock(communityId, memberId)
                        .chain(former -> admit(community, memberId, role, former)))
                .map(MembershipView::of);
    }

    /**
     * Ends a membership; nothing happens where there is none.
     *
     * @param bannedUntil when a ban ends; null for one without end and for every other cause
     * @return the membership that ended
     */
    public Uni<Optional<Departure>> expel(UUID communityId, UUID memberId, RevocationCause cause, Instant bannedUntil) {
        return communities.lock(communityId).chain(community -> memberships
                .lock(communityId, memberId)
                .chain(membership -> membership == null || !membership.active
                        ? Uni.createFrom().item(Optional.empty())
                        : end(community, membership, cause, bannedUntil)));
    }

    /**
     * Ends a membership, if there is one, and tells the other services of the ban, whether there was one or not: what a
     * public community offers to everybody is not for the banned.
     *
     * @param until when the ban ends; null for one without end
     * @return the membership that ended
     */
    public Uni<Optional<Departure>> bar(UUID communityId, UUID memberId, Instant until) {
        return expel(communityId, memberId, RevocationCause.BANNED, until)
                .call(departure -> departure.isPresent()
                        ? Uni.createFrom().voidItem()
                        : tellOutside(communityId, memberId, RevocationCause.BANNED, until));
    }

    /** Tells the other services that a ban has ended before its time. */
    public Uni<Void> unbar(UUID communityId, UUID memberId) {
        return communities
                .lock(communityId)
                .chain(() -> tellOutside(communityId, memberId, RevocationCause.REMOVED, null));
    }

    /** A membership that ended. */
    public record Departure(UUID membershipId, long revision) {}

    private Uni<Membership> admit(Community community, UUID memberId, CommunityRole role, Membership former) {
        if (former != null && former.active) {
            return Uni.createFrom().item(former);
        }
        community.gainMember();
        if (former != null) {
            former.rejoin(role);
            return outbox.publish(former.granted()).replaceWith(former);
        }
        Membership membership = new Membership(community.id, memberId, role);
        return memberships.persist(membership).call(() -> outbox.publish(membership.granted()));
    }

    /** Nothing for those who belong to the community: that is newer than any ban. */
    private Uni<Void> tellOutside(UUID communityId, UUID memberId, RevocationCause cause, Instant bannedUntil) {
        return memberships.lock(communityId, memberId).chain(former -> {
            if (former != null && former.active) {
                return Uni.createFrom().voidItem();
            }
            if (former != null) {
                former.end();
                return outbox.publish(former.revoked(cause, bannedUntil));
            }
            Membership outside = Membership.outside(communityId, memberId);
            return memberships.persist(outside).chain(() -> outbox.publish(outside.revoked(cause, bannedUntil)));
        });
    }

    private Uni<Optional<Departure>> end(
            Community community, Membership membership, RevocationCause cause, Instant bannedUntil) {
        community.loseMember();
        membership.end();
        return outbox.publish(membership.revoked(cause, bannedUntil))
                .replaceWith(Optional.of(new Departure(membership.id, membership.revision)));
    }
}
