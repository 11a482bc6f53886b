package io.cofound.content.series;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.content.post.PostService;
import io.cofound.content.post.Reader;
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

@Path("/communities/{communityId}/series")
@Tag(name = "series")
class CommunitySeriesResource {

    /** What one idempotency key stands for. */
    private record NewSeries(UUID communityId, SeriesDraft draft) {}

    private final SeriesService service;
    private final SeriesReading reading;
    private final PostService posts;
    private final Idempotency idempotency;
    private final Caller caller;

    CommunitySeriesResource(
            SeriesService service, SeriesReading reading, PostService posts, Idempotency idempotency, Caller caller) {
        this.service = service;
        this.reading = reading;
        this.posts = posts;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Make a series or a learning path (member)",
            description = "Its posts are arranged afterwards. 409 in an archived community, 422 for prerequisites that"
                    + " are no series of the community.")
    public Uni<RestResponse<SeriesView>> create(
            UUID communityId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid SeriesDraft draft) {
        UUID creatorId = caller.id();
        String creatorName = caller.displayName();
        return posts.requireWriter(communityId, Reader.of(caller))
                .chain(() -> idempotency.once(
                        creatorId,
                        key,
                        new NewSeries(communityId, draft),
                        SeriesView.class,
                        () -> service.create(communityId, creatorId, creatorName, draft)))
                .map(view -> ResponseBuilder.<SeriesView>created(URI.create("/api/v1/series/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(summary = "Series of a community, made last first")
    public Uni<Page<SeriesSummary>> list(
            UUID communityId, @QueryParam("kind") SeriesKind kind, @BeanParam @Valid PageRequest page) {
        return reading.list(communityId, kind, Reader.of(caller), page);
    }
}
