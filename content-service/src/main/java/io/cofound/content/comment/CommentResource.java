package io.cofound.content.comment;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.Page;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/comments/{id}")
@Tag(name = "comments")
class CommentResource {

    private final CommentService comments;
    private final CommentReading reading;
    private final Caller caller;

    CommentResource(CommentService comments, CommentReading reading, Caller caller) {
        this.comments = comments;
        this.reading = reading;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "One comment",
            description =
                    "Its author and moderators see the latest text with its state and the reasons of its decision;"
                            + " others see the published text.")
    public Uni<RestResponse<CommentView>> get(UUID id) {
        return reading.get(id, Reader.of(caller)).map(CommentResource::tagged);
    }

    @PATCH
    @Operation(
            summary = "Change a comment (author, for 15 minutes)",
            description = "The new text is judged anew. In a community that moderates before, others see the published"
                    + " text until the new one is allowed. 409 when the time is over, and wherever nobody can comment.")
    public Uni<RestResponse<CommentView>> edit(
            UUID id, @HeaderParam("If-Match") String ifMatch, @NotNull @Valid CommentChange change) {
        caller.id();
        return comments.edit(id, Reader.of(caller), Revision.expected(ifMatch), change)
                .map(CommentResource::tagged);
    }

    @DELETE
    @Operation(
            summary = "Remove a comment for good (author, or a moderator)",
            description = "What was answered keeps its place, without text and author. Also in an archived community,"
                    + " and also for an author who is no member any more.")
    public Uni<Void> remove(UUID id) {
        caller.id();
        return comments.remove(id, Reader.of(caller));
    }

    @GET
    @Path("/replies")
    @Operation(summary = "What stands directly under a comment, oldest first, each with its first three replies")
    public Uni<Page<CommentView>> replies(UUID id, @BeanParam @Valid PageRequest page) {
        return reading.replies(id, Reader.of(caller), page);
    }

    @GET
    @Path("/revisions")
    @Operation(summary = "What a comment said over time, latest first (author, or a moderator)")
    public Uni<Page<CommentRevisionView>> revisions(UUID id, @BeanParam @Valid PageRequest page) {
        caller.id();
        return reading.revisions(id, Reader.of(caller), page);
    }

    private static RestResponse<CommentView> tagged(CommentView view) {
        return ResponseBuilder.ok(view).tag(Revision.tag(view.revision())).build();
    }
}
