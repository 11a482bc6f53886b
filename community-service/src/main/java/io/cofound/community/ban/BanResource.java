package io.cofound.community.ban;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/communities/{communityId}/bans")
@Tag(name = "communities")
class BanResource {

    private final BanService bans;
    private final Caller caller;

    BanResource(BanService bans, Caller caller) {
        this.bans = bans;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The bans in force, newest first (owner, moderator)")
    public Uni<Page<BanView>> list(UUID communityId, @BeanParam @Valid PageRequest page) {
        return bans.list(caller.id(), communityId, page);
    }

    @PUT
    @Path("/{memberId}")
    @Operation(
            summary = "Ban somebody until a day or for ever (owner, moderator; of lower roles only)",
            description = "Ends the membership, if there is one, and keeps the member from joining in any way."
                    + " The member reads the reason. Banning again replaces the ban.")
    public Uni<BanView> impose(UUID communityId, UUID memberId, @NotNull @Valid BanOrder order) {
        return bans.impose(caller.id(), communityId, memberId, order);
    }

    @DELETE
    @Path("/{memberId}")
    @Operation(summary = "Lift a ban (owner, moderator); the member may join again")
    public Uni<Void> lift(UUID communityId, UUID memberId) {
        return bans.lift(caller.id(), communityId, memberId);
    }
}
