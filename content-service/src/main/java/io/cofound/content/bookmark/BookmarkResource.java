package io.cofound.content.bookmark;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/me/bookmarks")
@Tag(name = "bookmarks")
class BookmarkResource {

    private final BookmarkService bookmarks;
    private final Caller caller;

    BookmarkResource(BookmarkService bookmarks, Caller caller) {
        this.bookmarks = bookmarks;
        this.caller = caller;
    }

    @GET
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
