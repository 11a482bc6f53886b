package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/moderation/decisions")
@Tag(name = "moderation")
class DecisionResource {

    private final DecisionService decisions;
    private final Caller caller;

    DecisionResource(DecisionService decisions, Caller caller) {
        this.decisions = decisions;
        this.caller = caller;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A decision and its reasons, for moderators and for the author")
    public Uni<DecisionView> get(UUID id) {
        return decisions.get(id, caller);
    }
}
