package io.cofound.community.community;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/communities")
@Tag(name = "communities")
class CommunityResource {

    private final CommunityService communities;
    private final Idempotency idempotency;
    private final Caller caller;

    CommunityResource(CommunityService communities, Idempotency idempotency, Caller caller) {
        this.communities = communities;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "Found a community and own it")
    public Uni<RestResponse<CommunityView>> found(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid CommunityDraft draft) {
        return idempotency
                .once(caller.id(), key, draft, CommunityView.class, () -> communities.found(caller, draft))
                .map(view -> ResponseBuilder.<CommunityView>created(URI.create("/api/v1/communities/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(summary = "Communities, newest first")
    public Uni<Page<CommunityView>> list(@BeanParam @Valid PageRequest page) {
        return communities.list(caller.optionalId(), page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One community")
    public Uni<RestResponse<CommunityView>> get(UUID id) {
        return communities.get(id, caller.optionalId()).map(CommunityResource::tagged);
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Change a community (owner)")
    public Uni<RestResponse<CommunityView>> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CommunityChange change) {
        UUID memberId = caller.id();
        return communities
                .change(memberId, id, Revision.expected(ifMatch), change)
                .map(CommunityResource::tagged);
    }

    @PUT
    @Path("/{id}/archive")
    @Operation(summary = "Close a community for everything but reading, leaving and handing over (owner)")
    public Uni<RestResponse<CommunityView>> archive(UUID id) {
        return communities.archive(caller.id(), id, true).map(CommunityResource::tagged);
    }

    @DELETE
    @Path("/{id}/archive")
    @Operation(summary = "Open an archived community again (owner)")
    public Uni<RestResponse<CommunityView>> reopen(UUID id) {
        return communities.archive(caller.id(), id, false).map(CommunityResource::tagged);
    }

    private static RestResponse<CommunityView> tagged(CommunityView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
