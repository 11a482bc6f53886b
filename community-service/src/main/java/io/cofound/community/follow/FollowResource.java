package io.cofound.community.follow;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/members/{id}/follow")
@Tag(name = "members")
class FollowResource {

    private final FollowService follows;
    private final Caller caller;

    FollowResource(FollowService follows, Caller caller) {
        this.follows = follows;
        this.caller = caller;
    }

    @PUT
    @Operation(summary = "Follow a member; again changes nothing")
    public Uni<Void> follow(UUID id) {
        return follows.follow(caller, id);
    }

    @DELETE
    @Operation(summary = "Follow a member no longer; fine for those who do not follow")
    public Uni<Void> unfollow(UUID id) {
        return follows.unfollow(caller, id);
    }
}
