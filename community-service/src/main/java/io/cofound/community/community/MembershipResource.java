package io.cofound.community.community;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.contracts.community.CommunityRole;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

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

    @POST
    @Operation(summary = "Join a community")
    public Uni<RestResponse<MembershipView>> join(UUID communityId) {
        caller.id();
        return memberships.join(caller, communityId).map(view -> RestResponse.ResponseBuilder.<MembershipView>created(
                        URI.create("/api/v1/communities/" + communityId + "/members/" + view.memberId()))
                .entity(view)
                .build());
    }

    @GET
    @Operation(summary = "Who belongs to a community, latest first")
    public Uni<Page<MembershipView>> list(UUID communityId, @BeanParam @Valid PageRequest page) {
        return memberships.list(caller.optionalId(), communityId, page);
    }

    @DELETE
    @Path("/me")
    @Operation(summary = "Leave a community")
    public Uni<Void> leave(UUID communityId) {
        caller.id();
        return memberships.leave(caller, communityId);
    }

    @PUT
    @Path("/{memberId}")
    @Operation(summary = "Give a member a role (owner)")
    public Uni<MembershipView> assign(UUID communityId, UUID memberId, @NotNull @Valid RoleAssignment assignment) {
        caller.id();
        return memberships.assign(caller, communityId, memberId, assignment.role());
    }
}
