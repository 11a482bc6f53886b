package io.cofound.matching.opportunity;

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

@Path("/opportunities")
@Tag(name = "resources")
class OpportunityResource {

    private final OpportunityService opportunities;
    private final Idempotency idempotency;
    private final Caller caller;

    OpportunityResource(OpportunityService opportunities, Idempotency idempotency, Caller caller) {
        this.opportunities = opportunities;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Publish a need or an offer",
            description = "Others see it once its texts were judged; `moderation` tells its owner how they stand.")
    public Uni<RestResponse<OpportunityView>> publish(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid OpportunityDraft draft) {
        UUID memberId = caller.id();
        return idempotency
                .once(memberId, key, draft, OpportunityView.class, () -> opportunities.publish(memberId, draft))
                .map(view -> ResponseBuilder.<OpportunityView>created(URI.create("/api/v1/opportunities/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(summary = "Open needs and offers, newest first")
    public Uni<Page<OpportunityView>> list(@BeanParam OpportunityFilter filter, @BeanParam @Valid PageRequest page) {
        return opportunities.list(filter, caller.optionalId(), page);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One open need or offer")
    public Uni<RestResponse<OpportunityView>> get(UUID id) {
        return opportunities.get(id, caller.optionalId()).map(OpportunityResource::tagged);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change a need or an offer (its owner)",
            description = "Other texts are judged first; until then others see those before.")
    public Uni<RestResponse<OpportunityView>> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid OpportunityChange change) {
        return opportunities
                .change(caller.id(), id, Revision.expected(ifMatch), change)
                .map(OpportunityResource::tagged);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Close a need or an offer (its owner): it is gone for everybody")
    public Uni<Void> close(UUID id) {
        return opportunities.close(caller.id(), id);
    }

    private static RestResponse<OpportunityView> tagged(OpportunityView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
