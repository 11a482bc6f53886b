package io.cofound.content.page;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.post.PostView;
import io.cofound.content.post.Reader;
import io.cofound.content.post.ShownPost;
import io.cofound.content.post.ShownPosts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * One post as a reader sees it. Who may see it, and which revisions are the latest, is asked of PostgreSQL; the rest is
 * taken from the document, each part of it that is no older, and from PostgreSQL else.
 */
@ApplicationScoped
class PageReading {

    private final ShownPosts posts;
    private final PageComments comments;
    private final Communities communities;
    private final Pages pages;

    PageReading(ShownPosts posts, PageComments comments, Communities communities, Pages pages) {
        this.posts = posts;
        this.comments = comments;
        this.communities = communities;
        this.pages = pages;
    }

    /** No session is open while the document store is asked, so that a slow one holds no connection. */
    Uni<PageView> get(UUID id, Reader reader) {
        return Panache.withSession(() -> posts.find(id, reader))
                .chain(shown -> pages.find(id).chain(page -> compose(shown, page)));
    }

    private Uni<PageView> compose(ShownPost shown, Optional<PageDocument> page) {
        Optional<PostView> text = text(shown, page);
        Optional<FirstComments> first = comments(shown, page);
        if (text.isPresent() && first.isPresent() && first.get().threads().isEmpty()) {
            return Uni.createFrom().item(PageView.of(text.get(), shown.counts(), first.get(), Map.of()));
        }
        return Panache.withSession(
                () -> orElse(text, () -> posts.read(shown)).chain(post -> orElse(first, () -> firstOf(shown))
                        .chain(known -> names(known).map(names -> PageView.of(post, shown.counts(), known, names)))));
    }

    /** Of the revision that others see; the document may have been written since. */
    private static Optional<PostView> text(ShownPost shown, Optional<PageDocument> page) {
        return shown.isShownWhole()
                ? Optional.empty()
                : page.map(PageDocument::text)
                        .filter(text -> text.revision() == shown.revision())
                        .map(text -> shown.published(text.text()));
    }

    private static Optional<FirstComments> comments(ShownPost shown, Optional<PageDocument> page) {
        return shown.commentsRevision() == 0
                ? Optional.of(FirstComments.none(0))
                : page.map(PageDocument::comments).filter(found -> found.revision() >= shown.commentsRevision());
    }

    private Uni<FirstComments> firstOf(ShownPost shown) {
        return comments.of(Map.of(shown.id(), shown.commentsRevision())).map(found -> found.get(shown.id()));
    }

    private Uni<Map<UUID, String>> names(FirstComments first) {
        return first.threads().isEmpty() ? Uni.createFrom().item(Map.of()) : communities.namesOf(first.authorIds());
    }

    private static <T> Uni<T> orElse(Optional<T> known, Supplier<Uni<T>> otherwise) {
        return known.map(item -> Uni.createFrom().item(item)).orElseGet(otherwise);
    }
}
