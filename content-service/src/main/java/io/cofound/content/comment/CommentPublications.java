package io.cofound.content.comment;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.counter.Counter;
import io.cofound.content.counter.Counters;
import io.cofound.contracts.content.CommentPublished;
import io.cofound.contracts.content.CommentRemoved;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** Tells others what became visible and what no longer is, and counts it, in the transaction that makes it so. */
@ApplicationScoped
class CommentPublications {

    /** What others saw of a comment before something happened to it. */
    record Before(Long publishedNumber, boolean listed) {

        static final Before NOTHING = new Before(null, false);

        static Before of(Comment comment) {
            return new Before(comment.publishedNumber, comment.isListed());
        }

        boolean visible() {
            return publishedNumber != null;
        }
    }

    private static final UUID NO_DECISION = null;

    private final CommentedPosts posts;
    private final Threads threads;
    private final Mentions mentions;
    private final Counters counters;
    private final Outbox outbox;

    CommentPublications(CommentedPosts posts, Threads threads, Mentions mentions, Counters counters, Outbox outbox) {
        this.posts = posts;
        this.threads = threads;
        this.mentions = mentions;
        this.counters = counters;
        this.outbox = outbox;
    }

    /** @param text what it happened to */
    Uni<Void> follow(Comment comment, Before before, CommentRevision text) {
        return follow(comment, before, text, NO_DECISION);
    }

    /**
     * As above.
     *
     * @param decisionId what changed it; who keeps texts for appeals tells by it that the comment may come back
     */
    Uni<Void> follow(Comment comment, Before before, CommentRevision text, UUID decisionId) {
        if (Objects.equals(before.publishedNumber, comment.publishedNumber)) {
            return Uni.createFrom().voidItem();
        }
        return tell(comment, before, text.body, decisionId).chain(() -> count(comment.postId, change(comment, before)));
    }

    /** The comment is removed, whether others saw it or not. It is not counted here. */
    Uni<Void> withdraw(Comment comment, Before before) {
        return tell(comment, before, null, NO_DECISION);
    }

    /** Nothing but its being the answer has changed about a comment that others see. */
    Uni<Void> announce(Comment comment, CommentRevision shown) {
        return posts.find(comment.postId).chain(post -> announce(comment, shown.body, post));
    }

    /** Nothing is counted of a post that is gone. */
    Uni<Void> count(UUID postId, long change) {
        return posts.find(postId)
                .chain(post ->
                        post == null ? Uni.createFrom().voidItem() : counters.add(postId, Counter.COMMENTS, change));
    }

    private Uni<Void> tell(Comment comment, Before before, String body, UUID decisionId) {
        return posts.find(comment.postId)
                .chain(post -> comment.isVisible()
                        ? announce(comment, body, post)
                        : outbox.publish(
                                removed(comment, post == null ? comment.communityId : post.communityId(), decisionId)))
                .chain(() -> threads.follow(comment, before.listed));
    }

    private Uni<Void> announce(Comment comment, String body, CommentedPost post) {
        if (post == null) {
            return Uni.createFrom().voidItem();
        }
        return mentions.readersNamedIn(body, comment.authorId, post)
                .chain(members -> outbox.publish(published(comment, post, members)));
    }

    private static long change(Comment comment, Before before) {
        return (comment.isVisible() ? 1 : 0) - (before.visible() ? 1 : 0);
    }

    private static CommentPublished published(Comment comment, CommentedPost post, List<UUID> mentions) {
        return new CommentPublished(
                comment.id,
                comment.revision,
                comment.postId,
                post.communityId(),
                comment.authorId,
                post.authorId(),
                comment.answeredId,
                comment.answeredAuthorId,
                mentions,
                comment.accepted,
                comment.publishedAt);
    }

    private static CommentRemoved removed(Comment comment, UUID communityId, UUID decisionId) {
        return new CommentRemoved(
                comment.id,
                comment.revision,
                comment.postId,
                communityId,
                comment.authorId,
                comment.publishedAt,
                Comment.now(),
                decisionId);
    }
}
