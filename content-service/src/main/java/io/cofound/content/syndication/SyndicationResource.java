package io.cofound.content.syndication;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/communities/{communityId}")
@Tag(name = "syndication")
class SyndicationResource {

    /** How long others may show what has been removed meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final SyndicationService service;

    SyndicationResource(SyndicationService service) {
        this.service = service;
    }

    @GET
    @Path("/feed.rss")
    @Operation(summary = "The latest 50 posts of a public community as RSS 2.0")
    public Uni<Response> rss(UUID communityId, @Context Request request) {
        return answer(communityId, SyndicationFormat.RSS, request);
    }

    @GET
    @Path("/feed.atom")
    @Operation(summary = "The latest 50 posts of a public community as Atom 1.0")
    public Uni<Response> atom(UUID communityId, @Context Request request) {
        return answer(communityId, SyndicationFormat.ATOM, request);
    }

    @GET
    @Path("/feed.json")
    @Operation(summary = "The latest 50 posts of a public community as JSON Feed 1.1")
    public Uni<Response> json(UUID communityId, @Context Request request) {
        return answer(communityId, SyndicationFormat.JSON, request);
    }

    private Uni<Response> answer(UUID communityId, SyndicationFormat format, Request request) {
        return service.find(communityId)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(community -> {
                    EntityTag tag = new EntityTag(service.tag(community, format));
                    Date changed = Date.from(
                            community.updatedAt().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.SECONDS));
                    ResponseBuilder unchanged = request.evaluatePreconditions(changed, tag);
                    ResponseBuilder answer = unchanged != null
                            ? unchanged
                            : Response.ok(service.write(community, format)).type(format.mediaType());
                    return answer.tag(tag)
                            .lastModified(changed)
                            .cacheControl(caching())
                            .build();
                });
    }

    private static CacheControl caching() {
        CacheControl caching = new CacheControl();
        caching.setMaxAge((int) FRESH.toSeconds());
        caching.setNoTransform(false);
        return caching;
    }
}
