package io.cofound.content.comment;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.cofound.content.post.Reader;
import io.cofound.platform.web.identity.Caller;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/posts/{postId}/answer")
@Tag(name = "comments")
class AnswerResource {

    private final Answers answers;
    private final Caller caller;

    AnswerResource(Answers answers, Caller caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @PUT
    @Operation(
            summary = "Accept a comment as the answer to a question (its author, or a moderator)",
            description = "Instead of the one that was accepted before. 409 where the post is no QUESTION, 422 where"
                    + " others do not see such a comment on it.")
    public Uni<CommentView> accept(UUID postId, @NotNull @Valid AnswerChoice choice) {
        caller.id();
        return answers.accept(postId, choice.commentId(), Reader.of(caller));
    }

    @DELETE
    @Operation(summary = "Have no accepted answer any more (the author of the question, or a moderator)")
    public Uni<Void> dismiss(UUID postId) {
        caller.id();
        return answers.dismiss(postId, Reader.of(caller));
    }
}
