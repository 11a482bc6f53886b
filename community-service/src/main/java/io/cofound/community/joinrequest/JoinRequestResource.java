package io.cofound.community.joinrequest;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/communities/{communityId}/join-requests")
@Tag(name = "communities")
class JoinRequestResource {

    private final JoinRequestService requests;
    private final Caller caller;

    JoinRequestResource(JoinRequestService requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Requests to join, those who have waited longest first (owner, moderator)")
    public Uni<Page<JoinRequestView>> list(
            UUID communityId,
            @QueryParam("state") @DefaultValue("PENDING") JoinRequestState state,
            @BeanParam @Valid PageRequest page) {
        return requests.list(caller.id(), communityId, state, page);
    }

    @PUT
    @Path("/{memberId}/answer")
    @Operation(summary = "Accept or decline a request to join (owner, moderator); 409 when it is answered already")
    public Uni<JoinRequestView> answer(UUID communityId, UUID memberId, @NotNull @Valid JoinAnswer answer) {
        return requests.answer(caller.id(), communityId, memberId, answer);
    }

    @GET
    @Path("/me")
    @Operation(summary = "My own request to join")
    public Uni<JoinRequestView> own(UUID communityId) {
        return requests.own(caller.id(), communityId);
    }

    @DELETE
    @Path("/me")
    @Operation(summary = "Withdraw my request to join; 409 when it is answered already")
    public Uni<Void> withdraw(UUID communityId) {
        return requests.withdraw(caller.id(), communityId);
    }
}
