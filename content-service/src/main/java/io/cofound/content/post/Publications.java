package io.cofound.content.post;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.contracts.Event;
import io.cofound.contracts.community.Visibility;
import io.cofound.contracts.content.PostPublished;
import io.cofound.contracts.content.PostRemoved;
import io.cofound.contracts.content.PublicPost;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.Arrays.asList;

/** Tells others what became visible and what no longer is, in the transaction that makes it so. */
@ApplicationScoped
class Publications {

    private static final String FORMER_MEMBER = null;

    private final Communities communities;
    private final Outbox outbox;

    Publications(Communities communities, Outbox outbox) {
        this.communities = communities;
        this.outbox = outbox;
    }

    /**
     * @param shownBefore {@link Post#publishedRevision} before what happened to the post
     * @param text the revision that it happened to
     */
    Uni<Void> follow(Post post, Long shownBefore, PostRevision text) {
        return follow(post, shownBefore, text, post::removed);
    }

    /**
     * As above.
     *
     * @param decisionId what changed it; who keeps texts for appeals tells by it that the post may come back
     */
    Uni<Void> follow(Post post, Long shownBefore, PostRevision text, UUID decisionId) {
        return follow(post, shownBefore, text, () -> post.withheld(decisionId));
    }

    /** Partners forget the post, too. */
    Uni<Void> withdraw(Post post) {
        return withdraw(post, post.removed());
    }

    /** Everybody forgets the posts. */
    Uni<Void> withdraw(List<Post> posts) {
        return Multi.createFrom()
                .iterable(posts)
                .onItem()
                .transformToUniAndConcatenate(this::withdraw)
                .collect()
                .last();
    }

    /** Everybody forgets who wrote the posts. Texts by post id. */
    Uni<Void> disown(List<Post> posts, Map<UUID, PostRevision> texts) {
        return communities
                .holdVisibilities(
                        posts.stream().map(post -> post.communityId).distinct().toList())
                .chain(visibilities -> outbox.publish(posts.stream()
                        .flatMap(post -> announcements(
                                post, texts.get(post.id), FORMER_MEMBER, visibilities.get(post.communityId)))
                        .toList()));
    }

    /** Gives partners posts that are published already. Texts by post id, names by author id. */
    Uni<Void> share(List<Post> posts, Map<UUID, PostRevision> texts, Map<UUID, String> names) {
        return outbox.publish(posts.stream()
                .map(post -> shared(post, texts.get(post.id), names.get(post.authorId)))
                .toList());
    }

    Uni<Void> unshare(List<Post> posts) {
        return Multi.createFrom()
                .iterable(posts)
                .onItem()
                .transformToUniAndConcatenate(this::unshare)
                .collect()
                .last();
    }

    private Uni<Void> follow(Post post, Long shownBefore, PostRevision text, Supplier<PostRemoved> gone) {
        if (Objects.equals(shownBefore, post.publishedRevision)) {
            return Uni.createFrom().voidItem();
        }
        return post.isVisible() ? announce(post, text) : withdraw(post, gone.get());
    }

    private Uni<Void> withdraw(Post post, PostRemoved gone) {
        return outbox.publish(gone).chain(() -> unshare(post));
    }

    private Uni<Void> unshare(Post post) {
        if (!post.shared) {
            return Uni.createFrom().voidItem();
        }
        post.shared = false;
        return outbox.erase(PublicPost.class, post.id);
    }

    private static PublicPost shared(Post post, PostRevision published, String authorName) {
        post.shared = true;
        return new PublicPost(
                post.id,
                published.number,
                post.communityId,
                post.authorId,
                published.type,
                published.title,
                published.body,
                published.summary,
                published.coverUrl,
                published.sourceUrl,
                asList(published.tags),
                published.language,
                authorName,
                post.publishedAt);
    }

    private Uni<Void> announce(Post post, PostRevision text) {
        return communities.holdVisibility(post.communityId).chain(visibility -> communities
                .nameOf(post.authorId)
                .chain(authorName -> outbox.publish(
                        announcements(post, text, authorName, visibility).toList()))
                // It may have come from a public community.
                .chain(() -> visibility == Visibility.PUBLIC ? Uni.createFrom().voidItem() : unshare(post)));
    }

    private static Stream<Event> announcements(Post post, PostRevision text, String authorName, Visibility visibility) {
        Event published = published(post, text, authorName, visibility);
        return visibility == Visibility.PUBLIC
                ? Stream.of(published, shared(post, text, authorName))
                : Stream.of(published);
    }

    private static PostPublished published(Post post, PostRevision text, String authorName, Visibility visibility) {
        return new PostPublished(
                post.id,
                text.number,
                post.communityId,
                post.authorId,
                text.type,
                text.title,
                text.body,
                text.summary,
                text.coverUrl,
                text.sourceUrl,
                asList(text.tags),
                text.language,
                authorName,
                visibility,
                post.publishedAt);
    }
}
