package io.cofound.content.bookmark;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.cofound.content.community.Presence.SignedIn;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/me/bookmark-folders")
@Tag(name = "bookmarks")
class FolderResource {

    private final FolderService folders;
    private final Idempotency idempotency;
    private final Caller caller;

    FolderResource(FolderService folders, Idempotency idempotency, Caller caller) {
        this.folders = folders;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The caller's bookmark folders, oldest first", description = "All of them, on one page.")
    public Uni<Page<FolderView>> list() {
        return folders.of(caller.id()).map(all -> new Page<>(all, null));
    }

    @POST
    @Operation(
            summary = "Make a bookmark folder",
            description = "At most " + FolderService.MOST + ". 409 for one more, or a name that one of them has.")
    public Uni<RestResponse<FolderView>> create(
            @HeaderParam("Idempotency-Key") String key, @NotNull @Valid FolderDraft draft) {
        SignedIn member = SignedIn.of(caller);
        return idempotency
                .once(member.id(), key, draft, FolderView.class, () -> folders.create(member, draft))
                .map(folder -> ResponseBuilder.<FolderView>created(
                                URI.create("/api/v1/me/bookmark-folders/" + folder.id()))
                        .entity(folder)
                        .build());
    }

    @PATCH
    @Path("/{id}")
    @Operation(summary = "Rename a bookmark folder", description = "409 for a name that another one has.")
    public Uni<FolderView> rename(UUID id, @NotNull @Valid FolderDraft draft) {
        return folders.rename(id, caller.id(), draft);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Drop a bookmark folder", description = "Its bookmarks stay, in no folder.")
    public Uni<Void> remove(UUID id) {
        return folders.remove(id, caller.id());
    }
}
