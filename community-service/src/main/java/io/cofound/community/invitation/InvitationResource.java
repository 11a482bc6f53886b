package io.cofound.community.invitation;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import static java.util.Objects.requireNonNullElse;

@Path("/communities/{communityId}/invitations")
@Tag(name = "communities")
class InvitationResource {

    private final InvitationService invitations;
    private final Caller caller;

    InvitationResource(InvitationService invitations, Caller caller) {
        this.invitations = invitations;
        this.caller = caller;
    }

    @POST
    // Named, so that a client that sends no body need not say of which type it is.
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make an invitation (owner, moderator; for organisers and moderators the owner)",
            description = "The code is shown in this answer only, and not again to a repeat with the same"
                    + " Idempotency-Key: whoever loses it revokes the invitation and makes another.")
    public Uni<RestResponse<InvitationView>> make(
            UUID communityId, @HeaderParam("Idempotency-Key") String key, @Valid InvitationDraft draft) {
        return invitations
                .make(caller.id(), communityId, key, requireNonNullElse(draft, InvitationDraft.DEFAULT))
                .map(view -> ResponseBuilder.<InvitationView>created(
                                URI.create("/api/v1/communities/" + communityId + "/invitations/" + view.id()))
                        .entity(view)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    @GET
    @Operation(summary = "The invitations of a community, newest first, without their codes (owner, moderator)")
    public Uni<Page<InvitationView>> list(UUID communityId, @BeanParam @Valid PageRequest page) {
        return invitations.list(caller.id(), communityId, page);
    }

    @DELETE
    @Path("/{invitationId}")
    @Operation(summary = "Revoke an invitation (owner, moderator); who joined by it stays")
    public Uni<Void> revoke(UUID communityId, UUID invitationId) {
        return invitations.revoke(caller.id(), communityId, invitationId);
    }
}
