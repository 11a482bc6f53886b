package io.cofound.community.community;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Permission;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Who belongs to which community and what that allows; every method joins the caller's transaction. */
@ApplicationScoped
public class Memberships {

    private final MembershipRepository memberships;
    private final CommunityRepository communities;

    Memberships(MembershipRepository memberships, CommunityRepository communities) {
        this.memberships = memberships;
        this.communities = communities;
    }

    /** Empty for those who do not belong to it. */
    public Uni<Optional<CommunityRole>> roleOf(UUID communityId, UUID memberId) {
        return memberships.of(communityId, memberId).map(row -> Optional.ofNullable(row)
                .filter(found -> found.active)
                .map(found -> found.role));
    }

    /** Fails with 404, so that a hidden community is not given away. */
    public Uni<Void> requireMember(UUID communityId, Optional<UUID> memberId) {
        Uni<Optional<CommunityRole>> role = memberId.isPresent()
                ? roleOf(communityId, memberId.get())
                : Uni.createFrom().item(Optional.empty());
        return role.invoke(found -> found.orElseThrow(() -> Problem.notFound("community")))
                .replaceWithVoid();
    }

    /** For those who know of every community: fails with 404 only where there is none. */
    public Uni<Void> requireCommunity(UUID communityId) {
        return communities
                .findById(communityId)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("community"))
                .replaceWithVoid();
    }

    /**
     * For reading: fails with 404 where the member may not know of the community, with 403 where the permission is missing.
     *
     * @return the member's role
     */
    public Uni<CommunityRole> require(UUID communityId, UUID memberId, Permission permission) {
        return communities.findById(communityId).chain(community -> require(community, memberId, permission));
    }

    /**
     * For a change: as {@link #require}, and 409 where the community is archived. Others who change the community or its
     * members wait for the caller's transaction to end.
     *
     * @return the member's role
     */
    public Uni<CommunityRole> requireForChange(UUID communityId, UUID memberId, Permission permission) {
        return requireForChange(communityId, memberId, permission, false).map(Acting::role);
    }

    Uni<Acting> requireForChange(UUID communityId, UUID memberId, Permission permission, boolean archivedToo) {
        return communities.lock(communityId).chain(community -> require(community, memberId, permission)
                .map(role -> {
                    if (!archivedToo) {
                        community.requireNotArchived();
                    }
                    return new Acting(community, memberId, role);
                }));
    }

    /** The first of those who hold a permission, by when they joined. */
    public Uni<List<UUID>> holders(UUID communityId, Permission permission, int limit) {
        Set<CommunityRole> roles = EnumSet.noneOf(CommunityRole.class);
        Arrays.stream(CommunityRole.values()).filter(permission::isHeldBy).forEach(roles::add);
        return memberships
                .firstOf(communityId, roles, limit)
                .map(rows -> rows.stream().map(row -> row.memberId).toList());
    }

    /** 403 that names the permission, for people and, as {@code permission}, for clients. */
    public static HttpProblem permissionRequired(Permission permission) {
        return HttpProblem.builder(Problem.forbidden(
                        "permission-required", "Your role in this community lacks the permission " + permission + "."))
                .with("permission", permission.name())
                .build();
    }

    /** @throws HttpProblem 403 unless the actor's role is above the other's */
    public static void requireAbove(CommunityRole actor, CommunityRole other) {
        if (actor.compareTo(other) >= 0) {
            throw Problem.forbidden("role-too-low", "This needs a role above that of the other member.");
        }
    }

    private Uni<CommunityRole> require(Community community, UUID memberId, Permission permission) {
        if (community == null) {
            throw Problem.notFound("community");
        }
        return roleOf(community.id, memberId).map(role -> {
            if (role.isEmpty() && community.isHidden()) {
                throw Problem.notFound("community");
            }
            return role.filter(permission::isHeldBy).orElseThrow(() -> permissionRequired(permission));
        });
    }
}
