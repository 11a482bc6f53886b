package io.cofound.content.series;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/series/{id}/progress")
@Tag(name = "series")
class ProgressResource {

    private final ProgressService progress;
    private final Caller caller;

    ProgressResource(ProgressService progress, Caller caller) {
        this.progress = progress;
        this.caller = caller;
    }

    @GET
    @Path("/me")
    @Operation(summary = "How far the caller is, what comes next, and what should have come before")
    public Uni<ProgressView> get(UUID id) {
        caller.id();
        return progress.get(id, Reader.of(caller));
    }

    @PUT
    @Path("/{postId}")
    @Operation(summary = "The caller is done with a post of the series")
    public Uni<ProgressView> mark(UUID id, UUID postId) {
        caller.id();
        Instant signedInAt = caller.claim("iat")
                .map(Long::valueOf)
                .map(Instant::ofEpochSecond)
                .orElse(Instant.EPOCH);
        return progress.mark(id, postId, Reader.of(caller), signedInAt);
    }

    @DELETE
    @Path("/{postId}")
    @Operation(summary = "The caller is not done with it")
    public Uni<ProgressView> unmark(UUID id, UUID postId) {
        caller.id();
        return progress.unmark(id, postId, Reader.of(caller));
    }
}
