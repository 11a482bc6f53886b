package io.cofound.community.insight;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.community.Memberships;
import io.cofound.contracts.community.Permission;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
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
        return caller.has(Role.OPERATOR)
                ? memberships.requireCommunity(communityId)
                : memberships
                        .require(communityId, callerId, Permission.SEE_INSIGHTS)
                        .replaceWithVoid();
    }
}
