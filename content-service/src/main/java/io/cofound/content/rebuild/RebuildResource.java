package io.cofound.content.rebuild;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.mongodb.MongoException;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/operations/documents")
@Tag(name = "operations")
class RebuildResource {

    record Collections(List<String> items) {}

    private final Rebuilds rebuilds;
    private final RebuildMarkers markers;
    private final Caller caller;

    RebuildResource(Rebuilds rebuilds, RebuildMarkers markers, Caller caller) {
        this.rebuilds = rebuilds;
        this.markers = markers;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The collections of documents that can be rebuilt (operator)")
    public Collections list() {
        caller.require(Role.OPERATOR);
        return new Collections(rebuilds.collections());
    }

    @POST
    @Path("/{collection}/rebuilds")
    @Operation(
            summary = "Write a collection anew from PostgreSQL (operator)",
            description = "In the background, within seconds, while everything runs on. Asked again while it runs it is"
                    + " the same rebuild.")
    public Uni<RestResponse<RebuildView>> begin(String collection) {
        requireKnown(collection);
        return markers.begin(collection)
                .chain(() -> view(collection))
                .map(view -> ResponseBuilder.create(Status.ACCEPTED, view)
                        .location(URI.create("/api/v1/operations/documents/" + collection + "/rebuilds"))
                        .build())
                .onFailure(MongoException.class)
                .transform(RebuildResource::away);
    }

    @GET
    @Path("/{collection}/rebuilds")
    @Operation(summary = "How far the last rebuild of a collection is (operator)")
    public Uni<RebuildView> get(String collection) {
        requireKnown(collection);
        return view(collection).onFailure(MongoException.class).transform(RebuildResource::away);
    }

    private Uni<RebuildView> view(String collection) {
        return markers.find(collection).map(rebuild -> RebuildView.of(collection, rebuild));
    }

    private void requireKnown(String collection) {
        caller.require(Role.OPERATOR);
        if (!rebuilds.collections().contains(collection)) {
            throw Problem.notFound("collection");
        }
    }

    private static HttpProblem away(Throwable failure) {
        return HttpProblem.builder()
                .withStatus(503)
                .withType(URI.create(Problem.TYPE_PREFIX + "document-store-away"))
                .withTitle("Try again later")
                .withDetail("The document store does not answer. Pages still come, from PostgreSQL.")
                .build();
    }
}
