package io.cofound.platform.events.delivery;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.contracts.Topics;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.identity.Role;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.common.annotation.Blocking;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/operations/dead-letters")
@Tag(name = "operations")
class DeadLetterResource {

    record Replay(int replayed) {}

    private final DeadLetterReplay replay;
    private final Caller caller;

    DeadLetterResource(DeadLetterReplay replay, Caller caller) {
        this.replay = replay;
        this.caller = caller;
    }

    @POST
    @Path("/{topic}/replays")
    @Blocking
    @Operation(summary = "Put a topic's dead letters back (operator)")
    public Replay replay(String topic) {
        caller.require(Role.OPERATOR);
        return Topics.ALL.stream()
                .filter(known -> known.name().equals(topic))
                .findFirst()
                .map(known -> new Replay(replay.replay(known)))
                .orElseThrow(() -> Problem.notFound("topic"));
    }
}
