package io.cofound.content.comment;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.PostAccess;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.contracts.content.PostType;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Which comment is the answer to a question: at most one at a time. */
@ApplicationScoped
class Answers {

    /** Nothing has this id. */
    private static final UUID NONE = new UUID(0, 0);

    private final PostGate posts;
    private final CommentedPosts commented;
    private final CommentRepository comments;
    private final CommentRevisionRepository revisions;
    private final CommentPublications publications;
    private final CommentLists lists;

    Answers(
            PostGate posts,
            CommentedPosts commented,
            CommentRepository comments,
            CommentRevisionRepository revisions,
            CommentPublications publications,
            CommentLists lists) {
        this.posts = posts;
        this.commented = commented;
        this.comments = comments;
        this.revisions = revisions;
        this.publications = publications;
        this.lists = lists;
    }

    /** Takes the place of the one that was accepted before. */
    @WithTransaction
    Uni<CommentView> accept(UUID postId, UUID commentId, Reader reader) {
        return holdQuestion(postId, reader)
                .chain(() -> comments.lockAnswers(postId, commentId))
                .chain(found -> {
                    Comment chosen = found.stream()
                            .filter(comment -> comment.id.equals(commentId) && comment.isVisible())
                            .findAny()
                            .orElseThrow(() -> Problem.unprocessable(
                                    "answer-not-found", "There is no such comment on the post that others see."));
                    return chosen.accepted
                            ? Uni.createFrom().voidItem()
                            : dismiss(found)
                                    .invoke(chosen::accept)
                                    .chain(() -> announce(chosen))
                                    .chain(() -> publications.count(postId, 0));
                })
                .chain(() -> lists.published(commentId))
                .map(row -> CommentView.published(row, null));
    }

    /** Does nothing where none is accepted. */
    @WithTransaction
    Uni<Void> dismiss(UUID postId, Reader reader) {
        return holdQuestion(postId, reader)
                .chain(() -> comments.lockAnswers(postId, NONE))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : dismiss(found).chain(() -> publications.count(postId, 0)));
    }

    private Uni<Void> dismiss(List<Comment> found) {
        List<Comment> accepted =
                found.stream().filter(comment -> comment.accepted).toList();
        accepted.forEach(Comment::unaccept);
        // Before another one is accepted: the index allows one at a time.
        return comments.flush().chain(() -> Multi.createFrom()
                .iterable(accepted)
                .onItem()
                .transformToUniAndConcatenate(this::announce)
                .collect()
                .last());
    }

    private Uni<Void> announce(Comment comment) {
        return revisions.of(comment.id, comment.publishedNumber).chain(shown -> publications.announce(comment, shown));
    }

    private Uni<Void> holdQuestion(UUID postId, Reader reader) {
        return commented
                .holdType(postId)
                .chain(type -> posts.see(postId, reader).invoke(post -> {
                    requireAsker(post, reader);
                    if (type != PostType.QUESTION) {
                        throw Problem.conflict("not-a-question", "Only a QUESTION has an accepted answer.");
                    }
                }))
                .replaceWithVoid();
    }

    private static void requireAsker(PostAccess post, Reader reader) {
        if (reader.moderates(post.standing())) {
            CommentGate.requireNotArchived(post);
        } else if (post.authorId().equals(reader.id())) {
            CommentGate.requireWriter(post);
        } else {
            throw Problem.forbidden(
                    "author-or-moderator-required", "Only the author of the question or a moderator may say so.");
        }
    }
}
