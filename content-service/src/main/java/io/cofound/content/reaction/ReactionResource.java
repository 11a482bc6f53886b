package io.cofound.content.reaction;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/posts/{id}/reactions")
@Tag(name = "posts")
class ReactionResource {

    private final ReactionService reactions;
    private final Caller caller;

    ReactionResource(ReactionService reactions, Caller caller) {
        this.reactions = reactions;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How many reacted to a post, and how the caller did")
    public Uni<ReactionsView> get(UUID id) {
        return reactions.of(id, Reader.of(caller));
    }

    @PUT
    @Path("/{kind}")
    @Operation(
            summary = "React to a post (member)",
            description = "Several kinds may stand beside each other, each once. 409 in an archived community.")
    public Uni<Void> add(UUID id, ReactionKind kind) {
        return reactions.add(id, kind, Reader.of(caller), SignedIn.of(caller));
    }

    @DELETE
    @Path("/{kind}")
    @Operation(
            summary = "Take a reaction back",
            description = "Also in an archived community, and also for somebody who is no member any more.")
    public Uni<Void> remove(UUID id, ReactionKind kind) {
        caller.id();
        return reactions.remove(id, kind, Reader.of(caller));
    }
}
