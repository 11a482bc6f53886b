package io.cofound.content.draft;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.content.post.PostView;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/drafts/{id}")
@Tag(name = "drafts")
class DraftResource {

    /** What one idempotency key stands for. */
    private record Publication(UUID draftId) {}

    /** @param publishAt in the future, at most a year ahead */
    record Schedule(@NotNull Instant publishAt) {}

    private final DraftService drafts;
    private final Idempotency idempotency;
    private final Caller caller;

    DraftResource(DraftService drafts, Idempotency idempotency, Caller caller) {
        this.drafts = drafts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "One draft (its author; 404 for everybody else)")
    public Uni<RestResponse<DraftView>> get(UUID id) {
        return drafts.get(id, caller.id()).map(DraftResource::tagged);
    }

    @PATCH
    @Operation(
            summary = "Write on",
            description = "An absent field stays, an empty one is emptied. A draft that could not be submitted when it"
                    + " was due is tried again.")
    public Uni<RestResponse<DraftView>> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid DraftContent change) {
        UUID callerId = caller.id();
        return drafts.change(id, callerId, Revision.expected(ifMatch), change).map(DraftResource::tagged);
    }

    @DELETE
    @Operation(summary = "Throw a draft away")
    public Uni<Void> delete(UUID id) {
        return drafts.delete(id, caller.id());
    }

    @POST
    @Path("/publication")
    @Operation(
            summary = "Submit a draft as a post",
            description = "Answers the post, and the draft is gone. A draft that makes no post yet stays as it is, and"
                    + " the answer is what submitting the post would answer: 400 or 422 with the fields, 403 for who may"
                    + " no longer write in the community, 409 in an archived one.")
    public Uni<RestResponse<PostView>> publish(UUID id, @HeaderParam("Idempotency-Key") String key) {
        UUID callerId = caller.id();
        String callerName = caller.displayName();
        return idempotency
                .once(
                        callerId,
                        key,
                        new Publication(id),
                        PostView.class,
                        () -> drafts.publish(id, callerId, callerName))
                .map(view -> ResponseBuilder.<PostView>created(URI.create("/api/v1/posts/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @PUT
    @Path("/schedule")
    @Operation(
            summary = "Submit a draft by itself at that time",
            description = "It is submitted within seconds of that time, as it stands then. If that is refused, the"
                    + " draft stays and its failure says why.")
    public Uni<RestResponse<DraftView>> schedule(UUID id, @NotNull @Valid Schedule schedule) {
        return drafts.schedule(id, caller.id(), schedule.publishAt()).map(DraftResource::tagged);
    }

    @DELETE
    @Path("/schedule")
    @Operation(summary = "No longer submit a draft by itself")
    public Uni<RestResponse<DraftView>> unschedule(UUID id) {
        return drafts.unschedule(id, caller.id()).map(DraftResource::tagged);
    }

    private static RestResponse<DraftView> tagged(DraftView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
