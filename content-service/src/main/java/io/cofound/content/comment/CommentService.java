package io.cofound.content.comment;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.comment.CommentGate.Passed;
import io.cofound.content.comment.CommentPublications.Before;
import io.cofound.content.community.Communities;
import io.cofound.content.community.Copies;
import io.cofound.content.post.PostAccess;
import io.cofound.content.post.PostGate;
import io.cofound.content.post.Reader;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What members do with comments. */
@ApplicationScoped
class CommentService {

    private final CommentGate gate;
    private final PostGate posts;
    private final CommentedPosts commented;
    private final CommentRepository comments;
    private final CommentRevisionRepository revisions;
    private final CommentLists lists;
    private final Communities communities;
    private final Copies copies;
    private final CommentPublications publications;
    private final CommentSubmissions submissions;
    private final CommentConfig config;

    CommentService(
            CommentGate gate,
            PostGate posts,
            CommentedPosts commented,
            CommentRepository comments,
            CommentRevisionRepository revisions,
            CommentLists lists,
            Communities communities,
            Copies copies,
            CommentPublications publications,
            CommentSubmissions submissions,
            CommentConfig config) {
        this.gate = gate;
        this.posts = posts;
        this.commented = commented;
        this.comments = comments;
        this.revisions = revisions;
        this.lists = lists;
        this.communities = communities;
        this.copies = copies;
        this.publications = publications;
        this.submissions = submissions;
        this.config = config;
    }

    /** Fails for those who may not write in the post's community; gives word of a membership a moment to arrive. */
    Uni<Void> requireWriter(UUID postId, Reader reader) {
        return Panache.withSession(() -> commented.find(postId))
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("post"))
                .chain(post -> communities.awaitStanding(post.communityId(), reader.id()))
                .chain(() -> Panache.withSession(() -> posts.see(postId, reader)))
                .invoke(CommentGate::requireWriter)
                .replaceWithVoid();
    }

    /** Asked again what {@link #requireWriter} waited for: here nobody can be forgotten any more before the comment is there. */
    @WithTransaction
    Uni<CommentView> submit(UUID postId, Reader author, String authorName, CommentDraft draft) {
        return copies.member(author.id(), 0, authorName)
                .chain(() -> posts.hold(postId, author))
                .invoke(CommentGate::requireOpen)
                .chain(post -> answered(postId, draft.parentId())
                        .chain(answered -> add(post, author.id(), answered, draft.body())));
    }

    @WithTransaction
    Uni<CommentView> edit(UUID id, Reader reader, long expectedRevision, CommentChange change) {
        return gate.lock(id, reader).chain(found -> {
            Comment comment = found.comment();
            requireEditable(found, reader);
            Revision.check(expectedRevision, comment.revision);
            return revisions
                    .of(id, comment.textNumber)
                    .chain(latest -> rewrite(found, latest, change.body()))
                    .chain(() -> view(id));
        });
    }

    /** Removing twice is removing once. An author may take back what was written also where the post is out of reach. */
    @WithTransaction
    Uni<Void> remove(UUID id, Reader reader) {
        return comments.lock(id)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("comment"))
                .call(comment -> CommentGate.wrote(reader, comment)
                        ? Uni.createFrom().voidItem()
                        : gate.pass(comment, reader).invoke(passed -> requireModerator(passed, reader)))
                .chain(comment -> comment.isRemoved() ? Uni.createFrom().voidItem() : remove(comment));
    }

    private Uni<Void> remove(Comment comment) {
        Before before = Before.of(comment);
        comment.remove();
        return publications
                .withdraw(comment, before)
                .chain(() -> revisions.of(comment.id, comment.textNumber))
                .chain(submissions::withdraw)
                .chain(() -> before.visible()
                        ? publications.count(comment.postId, -1)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Comment> answered(UUID postId, UUID parentId) {
        if (parentId == null) {
            return Uni.createFrom().nullItem();
        }
        return comments.lock(parentId).invoke(parent -> {
            if (parent == null || !parent.postId.equals(postId) || !parent.isListed()) {
                throw Problem.unprocessable("parent-not-found", "There is no such comment on the post to answer.");
            }
            if (!parent.isVisible()) {
                throw Problem.conflict("comment-removed", "The comment was removed: it cannot be answered.");
            }
        });
    }

    private Uni<CommentView> add(PostAccess post, UUID authorId, Comment answered, String body) {
        Comment comment = new Comment(post.postId(), post.communityId(), authorId, answered);
        CommentRevision first = comment.write(body, post.standing().moderation());
        return comments.persist(comment)
                .chain(() -> told(comment, Before.NOTHING, first))
                .chain(() -> view(comment.id));
    }

    private void requireEditable(Passed found, Reader reader) {
        Comment comment = found.comment();
        if (!CommentGate.wrote(reader, comment)) {
            throw Problem.forbidden("author-required", "Only its author may change a comment.");
        }
        if (comment.isRemoved()) {
            throw Problem.conflict("comment-removed", "The comment was removed.");
        }
        CommentGate.requireOpen(found.post());
        if (comment.createdAt.plus(config.editWindow()).isBefore(Instant.now())) {
            throw Problem.conflict(
                    "edit-window-closed",
                    "A comment can be changed for " + config.editWindow().toMinutes() + " minutes. Write another one.");
        }
    }

    private static void requireModerator(Passed passed, Reader reader) {
        if (!CommentGate.seesAllOf(passed, reader)) {
            throw Problem.forbidden("author-or-moderator-required", "Only its author or a moderator may remove it.");
        }
    }

    private Uni<Void> rewrite(Passed found, CommentRevision latest, String body) {
        if (body.equals(latest.body)) {
            return Uni.createFrom().voidItem();
        }
        Comment comment = found.comment();
        Before before = Before.of(comment);
        return submissions
                .withdraw(latest)
                .chain(() -> told(
                        comment,
                        before,
                        comment.write(body, found.post().standing().moderation())));
    }

    private Uni<Void> told(Comment comment, Before before, CommentRevision written) {
        return revisions
                .persist(written)
                .chain(() -> submissions.open(comment, written))
                .chain(() -> publications.follow(comment, before, written));
    }

    private Uni<CommentView> view(UUID id) {
        return lists.latest(id).map(CommentView::latest);
    }
}
