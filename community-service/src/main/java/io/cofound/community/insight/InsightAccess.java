package io.cofound.community.insight;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.Permission;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who may see how a community is doing: those its roles allow it to, and the platform's operators. */
@ApplicationScoped
class InsightAccess {

    private final Memberships memberships;

    InsightAccess(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Fails with 401, 403, or 404 where the caller may not know of the community. Joins the caller's session. */
    Uni<Void> require(UUID communityId, Caller caller) {
        UUID callerId = caller.id();
        boolean operator = caller.has(Role.OPERATOR);
        return visibilityOf(communityId)
                .chain(visibility -> operator
                        ? Uni.createFrom().voidItem()
                        : memberships
                                .roleOf(communityId, callerId)
                                .invoke(role -> check(visibility, role.orElse(null)))
                                .replaceWithVoid());
    }

    private static void check(Visibility visibility, CommunityRole role) {
        if (role == null && visibility == Visibility.HIDDEN) {
            throw Problem.notFound("community");
        }
        if (!Permission.SEE_INSIGHTS.isHeldBy(role)) {
            throw Problem.forbidden(
                    "permission-required",
                    "This needs the permission " + Permission.SEE_INSIGHTS + " in the community.");
        }
    }

    private static Uni<Visibility> visibilityOf(UUID communityId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select visibility from community where id = ?1", String.class)
                        .setParameter(1, communityId)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("community"))
                .map(Visibility::valueOf);
    }
}
