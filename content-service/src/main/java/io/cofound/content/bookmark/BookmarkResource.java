package io.cofound.content.bookmark;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@Tag(name = "bookmarks")
class BookmarkResource {

    private final BookmarkService bookmarks;
    private final Caller caller;

    BookmarkResource(BookmarkService bookmarks, Caller caller) {
        this.bookmarks = bookmarks;
        this.caller = caller;
    }

    @PUT
    @Path("/posts/{id}/bookmark")
    @Operation(
            summary = "Bookmark a post",
            description = "Without a body, a bookmark that is there stays where it lies; with one, it is put there."
                    + " 422 for a folder that the caller does not have.")
    public Uni<Void> put(UUID id, BookmarkChange change) {
        return bookmarks.put(id, Reader.of(caller), SignedIn.of(caller), change);
    }

    @DELETE
    @Path("/posts/{id}/bookmark")
    @Operation(summary = "Drop a bookmark", description = "Also of a post that the caller no longer sees.")
    public Uni<Void> remove(UUID id) {
        caller.id();
        return bookmarks.remove(id, Reader.of(caller));
    }

    @GET
    @Path("/me/bookmarks")
    @Operation(
            summary = "The caller's bookmarks, latest first",
            description = "Of posts that are published and that the caller may read now; the others stay and are"
                    + " listed again when that is so.")
    public Uni<Page<BookmarkView>> list(
            @QueryParam("folder") @Parameter(description = "default: all, in a folder or not") UUID folderId,
            @BeanParam @Valid PageRequest page) {
        return bookmarks.list(caller.id(), folderId, page);
    }
}
