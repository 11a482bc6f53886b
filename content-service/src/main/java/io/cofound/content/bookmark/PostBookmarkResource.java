package io.cofound.content.bookmark;

import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.content.community.Presence.SignedIn;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/posts/{id}/bookmark")
@Tag(name = "bookmarks")
class PostBookmarkResource {

    private final BookmarkService bookmarks;
    private final Caller caller;

    PostBookmarkResource(BookmarkService bookmarks, Caller caller) {
        this.bookmarks = bookmarks;
        this.caller = caller;
    }

    @PUT
    @Operation(
            summary = "Bookmark a post",
            description = "Without a body, a bookmark that is there stays where it lies; with one, it is put there."
                    + " 422 for a folder that the caller does not have.")
    public Uni<Void> put(UUID id, BookmarkChange change) {
        return bookmarks.put(id, Reader.of(caller), SignedIn.of(caller), change);
    }

    @DELETE
    @Operation(summary = "Drop a bookmark", description = "Also of a post that the caller no longer sees.")
    public Uni<Void> remove(UUID id) {
        caller.id();
        return bookmarks.remove(id, Reader.of(caller));
    }
}
