package io.cofound.content.comment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.PostAccess;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.problem.Problem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;

/** Lets a reader to a comment, or not: 404 where the post, or the comment on it, is not for the reader. */
@ApplicationScoped
class CommentGate {

    record Passed(Comment comment, PostAccess post) {}

    private static final int NOT_FOUND = 404;

    private final CommentRepository comments;
    private final PostGate posts;

    CommentGate(CommentRepository comments, PostGate posts) {
        this.comments = comments;
        this.posts = posts;
    }

    Uni<Passed> see(UUID id, Reader reader) {
        return pass(comments.findById(id), reader);
    }

    /** The comment is locked until the caller's transaction ends. */
    Uni<Passed> lock(UUID id, Reader reader) {
        return pass(comments.lock(id), reader);
    }

    /** Where the comment is loaded already. */
    Uni<Passed> pass(Comment comment, Reader reader) {
        return posts.see(comment.postId, reader)
                .onFailure(CommentGate::isNotFound)
                .transform(failure -> Problem.notFound("comment"))
                .map(post -> new Passed(comment, post))
                .invoke(passed -> {
                    if (!seesAllOf(passed, reader) && !comment.isListed()) {
                        throw Problem.notFound("comment");
                    }
                });
    }

    static boolean wrote(Reader reader, Comment comment) {
        return comment.authorId.equals(reader.id());
    }

    /** Whether the reader sees what is not published, too. */
    static boolean seesAllOf(Passed passed, Reader reader) {
        return wrote(reader, passed.comment) || reader.moderates(passed.post.standing());
    }

    /** @throws HttpProblem 403 for those who may not write in the community, 409 where nobody may */
    static void requireWriter(PostAccess post) {
        if (!post.standing().mayWrite()) {
            throw Problem.forbidden("members-only", "Only members of the community may comment.");
        }
        requireNotArchived(post);
    }

    static void requireNotArchived(PostAccess post) {
        if (post.standing().archived()) {
            throw Problem.conflict("community-archived", "The community is archived: it can only be read.");
        }
    }

    /** @throws HttpProblem as {@link #requireWriter}, and 409 where the post takes no comments */
    static void requireOpen(PostAccess post) {
        requireWriter(post);
        if (!post.visible()) {
            throw Problem.conflict("post-not-published", "Others do not see the post, so nobody can comment on it.");
        }
        if (post.closed()) {
            throw Problem.conflict("post-closed", "The post takes no more comments.");
        }
    }

    private Uni<Passed> pass(Uni<Comment> loaded, Reader reader) {
        return loaded.onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("comment"))
                .chain(comment -> pass(comment, reader));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() == NOT_FOUND;
    }
}
