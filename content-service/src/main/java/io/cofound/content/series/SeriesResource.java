package io.cofound.content.series;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/series/{id}")
@Tag(name = "series")
class SeriesResource {

    /** @param postIds in their order, at most 100, each once */
    record Arrangement(@NotNull @Size(max = 100) List<@NotNull UUID> postIds) {}

    private final SeriesService service;
    private final SeriesReading reading;
    private final Caller caller;

    SeriesResource(SeriesService service, SeriesReading reading, Caller caller) {
        this.service = service;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "One series with its posts, without those that are not to be seen now")
    public Uni<RestResponse<SeriesView>> get(UUID id) {
        return reading.get(id, Reader.of(caller)).map(SeriesResource::tagged);
    }

    @PATCH
    @Operation(
            summary = "Change a series (its creator, or a moderator)",
            description = "422 for prerequisites that are no series of the community, or would make a circle.")
    public Uni<RestResponse<SeriesView>> change(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid SeriesChange change) {
        caller.id();
        return service.change(id, Reader.of(caller), Revision.expected(ifMatch), change)
                .map(SeriesResource::tagged);
    }

    @DELETE
    @Operation(
            summary = "Delete a series (its creator, or a moderator)",
            description = "Its posts stay. What members have done of it is forgotten.")
    public Uni<Void> delete(UUID id) {
        caller.id();
        return service.delete(id, Reader.of(caller));
    }

    @PUT
    @Path("/posts")
    @Operation(
            summary = "Say which posts a series has, in which order (its creator, or a moderator)",
            description = "At most 100 published posts of the same community, else 422.")
    public Uni<RestResponse<SeriesView>> arrange(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid Arrangement arrangement) {
        caller.id();
        return service.arrange(id, Reader.of(caller), Revision.expected(ifMatch), arrangement.postIds())
                .map(SeriesResource::tagged);
    }

    private static RestResponse<SeriesView> tagged(SeriesView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
