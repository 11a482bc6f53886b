package io.cofound.content.mute;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/mutes")
@Tag(name = "feeds")
class MuteResource {

    private final MuteService mutes;
    private final Caller caller;

    MuteResource(MuteService mutes, Caller caller) {
        this.mutes = mutes;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Tags and members that the member does not want to see in feeds")
    public Uni<MutesView> mutes() {
        return mutes.of(caller.id());
    }

    @PUT
    @Path("/tags/{tag}")
    @Operation(
            summary = "See no posts with the tag in feeds",
            description = "An id, a name or an alias of the vocabulary in either language, or any other text.")
    public Uni<Void> muteTag(String tag) {
        return mutes.muteTag(caller.id(), TagText.of(tag));
    }

    @DELETE
    @Path("/tags/{tag}")
    @Operation(summary = "See posts with the tag again")
    public Uni<Void> unmuteTag(String tag) {
        return mutes.unmuteTag(caller.id(), TagText.of(tag));
    }

    @PUT
    @Path("/members/{memberId}")
    @Operation(summary = "See no posts of the member in feeds", description = "The member is not told.")
    public Uni<Void> muteMember(UUID memberId) {
        return mutes.muteMember(caller.id(), memberId);
    }

    @DELETE
    @Path("/members/{memberId}")
    @Operation(summary = "See posts of the member again")
    public Uni<Void> unmuteMember(UUID memberId) {
        return mutes.unmuteMember(caller.id(), memberId);
    }
}
