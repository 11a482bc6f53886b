package io.cofound.content.post;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/posts/{id}")
@Tag(name = "posts")
class PostCurationResource {

    /** @param communityId where the post shall be */
    record PostMove(@NotNull UUID communityId) {}

    private final PostCuration curation;
    private final PostRestoration restoration;
    private final Caller caller;

    PostCurationResource(PostCuration curation, PostRestoration restoration, Caller caller) {
        this.curation = curation;
        this.restoration = restoration;
        this.caller = caller;
    }

    @PUT
    @Path("/pin")
    @Operation(
            summary = "Put a published post above the others of its community (moderator)",
            description = "409 where five are pinned already. A post that others no longer see is no longer pinned.")
    public Uni<RestResponse<PostView>> pin(UUID id) {
        return curation.pin(id, signedIn()).map(PostCurationResource::tagged);
    }

    @DELETE
    @Path("/pin")
    @Operation(summary = "Put a post back among the others (moderator)")
    public Uni<RestResponse<PostView>> unpin(UUID id) {
        return curation.unpin(id, signedIn()).map(PostCurationResource::tagged);
    }

    @PUT
    @Path("/closing")
    @Operation(summary = "Take no more comments (moderator, or the author of a question)")
    public Uni<RestResponse<PostView>> close(UUID id) {
        return curation.close(id, signedIn()).map(PostCurationResource::tagged);
    }

    @DELETE
    @Path("/closing")
    @Operation(summary = "Take comments again (moderator, or the author of a question who closed it)")
    public Uni<RestResponse<PostView>> reopen(UUID id) {
        return curation.reopen(id, signedIn()).map(PostCurationResource::tagged);
    }

    @PUT
    @Path("/community")
    @Operation(
            summary = "Move a post to another community (moderator of both)",
            description = "Counts as a new revision of the same text, and the post is no longer pinned. 409 while its"
                    + " latest text waits for judgement or was refused.")
    public Uni<RestResponse<PostView>> move(UUID id, @NotNull @Valid PostMove move) {
        return curation.move(id, signedIn(), move.communityId()).map(PostCurationResource::tagged);
    }

    @DELETE
    @Path("/removal")
    @Operation(
            summary = "Restore a removed post within 30 days (moderator, or the author who removed it)",
            description = "Counts as a new revision. It is published again if its latest text had been allowed, and"
                    + " judged anew otherwise. 410 after 30 days.")
    public Uni<RestResponse<PostView>> restore(UUID id) {
        return restoration.restore(id, signedIn()).map(PostCurationResource::tagged);
    }

    private Reader signedIn() {
        caller.id();
        return Reader.of(caller);
    }

    private static RestResponse<PostView> tagged(PostView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
