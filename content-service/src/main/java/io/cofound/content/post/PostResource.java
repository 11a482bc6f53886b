package io.cofound.content.post;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What is read at this path is composed by {@code PageResource}. */
@Path("/posts/{id}")
@Tag(name = "posts")
class PostResource {

    private final PostService posts;
    private final PostReading reading;
    private final Caller caller;

    PostResource(PostService posts, PostReading reading, Caller caller) {
        this.posts = posts;
        this.reading = reading;
        this.caller = caller;
    }

    @PATCH
    @Operation(
            summary = "Change a post (author)",
            description = "Makes a new revision, which is judged anew. In a community that moderates before, others"
                    + " see the published revision until the new one is allowed. 409 in an archived community.")
    public Uni<RestResponse<PostView>> edit(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid PostChange change) {
        caller.id();
        return posts.edit(id, Reader.of(caller), Revision.expected(ifMatch), change)
                .map(PostResource::tagged);
    }

    @DELETE
    @Operation(
            summary = "Remove a post for good (author, or a moderator)",
            description = "Also in an archived community, and also for an author who is no member any more.")
    public Uni<Void> remove(UUID id) {
        caller.id();
        return posts.remove(id, Reader.of(caller));
    }

    @GET
    @Path("/revisions")
    @Operation(
            summary = "What a post said over time, latest first",
            description = "Its author and moderators see every revision; others those that were published.")
    public Uni<Page<RevisionView>> revisions(UUID id, @BeanParam @Valid PageRequest page) {
        return reading.revisions(id, Reader.of(caller), page);
    }

    private static RestResponse<PostView> tagged(PostView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
