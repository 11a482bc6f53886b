package io.cofound.content.comment;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

/** Keeps count of what stands under a comment, up to the root, in the transaction in which it changes. */
@ApplicationScoped
class Threads {

    private final CommentRepository comments;

    Threads(CommentRepository comments) {
        this.comments = comments;
    }

    /** Goes up as long as a place in the thread appears or vanishes: at most as many steps as there are levels. */
    Uni<Void> follow(Comment comment, boolean listedBefore) {
        if (comment.parentId == null || comment.isListed() == listedBefore) {
            return Uni.createFrom().voidItem();
        }
        return comments.lock(comment.parentId).chain(parent -> {
            boolean parentListedBefore = parent.isListed();
            if (comment.isListed()) {
                parent.gainReply();
            } else {
                parent.loseReply();
            }
            return follow(parent, parentListedBefore);
        });
    }
}
