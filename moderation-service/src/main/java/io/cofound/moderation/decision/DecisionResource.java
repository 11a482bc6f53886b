package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.moderation.community.Reviewer;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/moderation/decisions/{id}")
@Tag(name = "moderation")
class DecisionResource {

    private final DecisionService decisions;
    private final Caller caller;

    DecisionResource(DecisionService decisions, Caller caller) {
        this.decisions = decisions;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "A decision, its reasons and all rulings on it, for moderators and for the author",
            description = "404 for everybody else. Who made a ruling is told to moderators alone.")
    public Uni<DecisionView> get(UUID id) {
        return decisions.get(id, Reviewer.of(caller));
    }

    @GET
    @Path("/statement")
    @Operation(
            summary = "Why, as a statement of reasons in the text's language, for moderators and for the author",
            description = "Shaped like Art. 17 of the EU Digital Services Act: what was restricted, where and how long;"
                    + " facts and evidence; whether a machine decided; the clause; how to appeal and until when.")
    public Uni<Statement> statement(UUID id) {
        return decisions.statement(id, Reviewer.of(caller));
    }
}
