package io.cofound.content.post;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/posts/{id}/revisions/{number}/diff")
@Tag(name = "posts")
class RevisionDiffResource {

    private final RevisionDiffs diffs;
    private final Caller caller;

    RevisionDiffResource(RevisionDiffs diffs, Caller caller) {
        this.diffs = diffs;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "What a revision changed",
            description = "Its author and moderators compare every revision; others those that were published.")
    public Uni<RevisionDiff> diff(
            UUID id,
            long number,
            @QueryParam("against") @Parameter(description = "number of another revision; default: the one before")
                    Long against) {
        return diffs.diff(id, number, against, Reader.of(caller));
    }
}
