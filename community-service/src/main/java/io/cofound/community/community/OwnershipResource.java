package io.cofound.community.community;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/communities/{communityId}/owner")
@Tag(name = "communities")
class OwnershipResource {

    /** @param memberId somebody who belongs to the community */
    record Successor(@NotNull UUID memberId) {}

    private final Ownership ownership;
    private final Caller caller;

    OwnershipResource(Ownership ownership, Caller caller) {
        this.ownership = ownership;
        this.caller = caller;
    }

    @PUT
    @Operation(summary = "Hand a community over to another member and become its moderator (owner)")
    public Uni<RestResponse<CommunityView>> handOver(UUID communityId, @NotNull @Valid Successor successor) {
        return ownership
                .handOver(caller.id(), communityId, successor.memberId())
                .map(view -> ResponseBuilder.ok(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }
}
