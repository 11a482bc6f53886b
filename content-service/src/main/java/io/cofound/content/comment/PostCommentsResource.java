package io.cofound.content.comment;

import java.net.URI;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import io.cofound.content.post.Reader;
import io.cofound.platform.persistence.idempotency.Idempotency;
import io.cofound.platform.web.identity.Caller;
import io.cofound.platform.web.paging.PageRequest;
import io.cofound.platform.web.versioning.Revision;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/posts/{postId}/comments")
@Tag(name = "comments")
class PostCommentsResource {

    /** What one idempotency key stands for. */
    private record Submission(UUID postId, CommentDraft draft) {}

    private final CommentService comments;
    private final CommentReading reading;
    private final Idempotency idempotency;
    private final Caller caller;

    PostCommentsResource(CommentService comments, CommentReading reading, Idempotency idempotency, Caller caller) {
        this.comments = comments;
        this.reading = reading;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Comment on a post, or answer a comment (member)",
            description = "Threads are six levels deep: what answers a comment of the last one stands beside it. 409"
                    + " where the post is closed or not published, in an archived community, and for an answer to a"
                    + " removed comment.")
    public Uni<RestResponse<CommentView>> submit(
            UUID postId, @HeaderParam("Idempotency-Key") String key, @NotNull @Valid CommentDraft draft) {
        UUID authorId = caller.id();
        String authorName = caller.displayName();
        Reader author = Reader.of(caller);
        return comments.requireWriter(postId, author)
                .chain(() -> idempotency.once(
                        authorId,
                        key,
                        new Submission(postId, draft),
                        CommentView.class,
                        () -> comments.submit(postId, author, authorName, draft)))
                .map(view -> ResponseBuilder.<CommentView>created(URI.create("/api/v1/comments/" + view.id()))
                        .entity(view)
                        .tag(Revision.tag(view.revision()))
                        .build());
    }

    @GET
    @Operation(
            summary = "Comments on a post, oldest first",
            description =
                    "Those that answer the post itself, each with its first three replies, as everybody sees them;"
                            + " the first page has the accepted answer, too. With a state: all comments, replies too, whose"
                            + " latest text stands so; moderators see all of them, others their own.")
    public Uni<CommentPage> list(
            UUID postId,
            @QueryParam("state") @Parameter(description = "default: what is published") CommentState state,
            @BeanParam @Valid PageRequest page) {
        return state == null
                ? reading.onPost(postId, Reader.of(caller), page)
                : reading.onPost(postId, state, Reader.of(caller), page);
    }
}
