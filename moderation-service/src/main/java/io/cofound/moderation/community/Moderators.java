package io.cofound.moderation.community;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.Permission;
import io.cofound.platform.privacy.ErasedMembers;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/** Who may judge what is in a community. Every method needs a session. */
@ApplicationScoped
public class Moderators {

    private final MembershipRepository memberships;
    private final ErasedMembers erased;

    Moderators(MembershipRepository memberships, ErasedMembers erased) {
        this.memberships = memberships;
        this.erased = erased;
    }

    /** Whether as the platform's moderator, or as one of the community's. */
    public Uni<Boolean> mayModerate(Reviewer reviewer, UUID communityId) {
        return reviewer.platform()
                ? Uni.createFrom().item(true)
                : memberships.role(communityId, reviewer.id()).map(Permission.MODERATE::isHeldBy);
    }

    /** The communities in which somebody moderates by a role there. */
    public Uni<List<UUID>> moderatedBy(UUID memberId) {
        return memberships.rolesOf(memberId).map(roles -> roles.entrySet().stream()
                .filter(role -> Permission.MODERATE.isHeldBy(role.getValue()))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Members of a community, at most {@value MembershipRepository#MOST_COUNTED}. */
    public Uni<Integer> members(UUID communityId) {
        return memberships.size(communityId);
    }

    /** Needs a transaction, as its first step, and keeps the reviewer from being erased in it. Fails with 410 if that was. */
    public Uni<Void> presence(Reviewer reviewer) {
        return erased.isErased(reviewer.id(), reviewer.since())
                .invoke(gone -> {
                    if (gone) {
                        throw Problem.gone(
                                "member-erased", "Your account here was erased. Sign in again to start anew.");
                    }
                })
                .replaceWithVoid();
    }
}
