package io.cofound.community.follow;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/following")
@Tag(name = "members")
class FollowingResource {

    private final FollowService follows;
    private final Caller caller;

    FollowingResource(FollowService follows, Caller caller) {
        this.follows = follows;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Whom I follow, the latest first")
    public Uni<Page<FollowingView>> list(@BeanParam @Valid PageRequest page) {
        return follows.following(caller.id(), page);
    }
}
