package io.cofound.community.community;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/communities/{communityId}/members")
@Tag(name = "communities")
class MembershipResource {

    record RoleAssignment(@NotNull CommunityRole role) {}

    private final MembershipService memberships;
    private final Caller caller;

    MembershipResource(MembershipService memberships, Caller caller) {
        this.memberships = memberships;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Who belongs to a community, latest first; of one that is not public, for its members")
    public Uni<Page<MembershipView>> list(UUID communityId, @BeanParam @Valid PageRequest page) {
        return memberships.list(caller.optionalId(), communityId, page);
    }

    @DELETE
    @Path("/me")
    @Operation(summary = "Leave a community; 409 for its owner, who hands it over before")
    public Uni<Void> leave(UUID communityId) {
        return memberships.leave(caller.id(), communityId);
    }

    @PUT
    @Path("/{memberId}")
    @Operation(summary = "Give a member a role (owner)")
    public Uni<MembershipView> assign(UUID communityId, UUID memberId, @NotNull @Valid RoleAssignment assignment) {
        return memberships.assign(caller.id(), communityId, memberId, assignment.role());
    }

    @DELETE
    @Path("/{memberId}")
    @Operation(summary = "End another's membership (owner, moderator; of lower roles only); the member may join again")
    public Uni<Void> remove(UUID communityId, UUID memberId) {
        return memberships.remove(caller.id(), communityId, memberId);
    }
}
