package io.cofound.content.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.PublishedText;
import io.cofound.content.post.ShownPosts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/**
 * Makes documents what PostgreSQL says. Several at it at once do no harm: an older part never replaces a newer one, and
 * what became invisible meanwhile is looked for after writing.
 */
@ApplicationScoped
class PageWriter {

    private static final int WRITES_AT_ONCE = 8;

    private record Pages(Map<UUID, PublishedText> posts, Map<UUID, FirstComments> comments) {}

    private final ShownPosts posts;
    private final PageComments comments;
    private final PageDocuments documents;

    PageWriter(ShownPosts posts, PageComments comments, PageDocuments documents) {
        this.posts = posts;
        this.comments = comments;
        this.documents = documents;
    }

    Uni<Void> refresh(List<UUID> postIds) {
        return read(postIds).chain(pages -> all(postIds, id -> write(id, pages))
                .chain(() -> Panache.withSession(() -> posts.visible(postIds)))
                .chain(visible -> all(
                        pages.posts.values().stream()
                                .filter(post -> post.isVisible() && !visible.contains(post.postId()))
                                .toList(),
                        post -> documents.remove(post.postId(), post.latestRevision()))));
    }

    /** Of posts whose text is written, or is going to be. */
    Uni<Void> refreshComments(List<UUID> postIds) {
        return read(postIds)
                .chain(pages ->
                        all(List.copyOf(pages.comments.keySet()), id -> documents.put(id, pages.comments.get(id))));
    }

    private Uni<Pages> read(List<UUID> postIds) {
        return Panache.withSession(() -> posts.published(postIds)
                .map(found -> found.stream().collect(toMap(PublishedText::postId, identity())))
                .chain(found -> comments.of(revisionsOfVisible(found)).map(first -> new Pages(found, first))));
    }

    private static Map<UUID, Long> revisionsOfVisible(Map<UUID, PublishedText> found) {
        return found.values().stream()
                .filter(PublishedText::isVisible)
                .collect(toMap(PublishedText::postId, PublishedText::commentsRevision));
    }

    private Uni<Void> write(UUID id, Pages pages) {
        PublishedText post = pages.posts.get(id);
        if (post == null) {
            return documents.remove(id, Long.MAX_VALUE);
        }
        return post.isVisible()
                ? documents
                        .put(id, new PageText(post.revision(), post.text()))
                        .chain(() -> documents.put(id, pages.comments.get(id)))
                : documents.remove(id, post.latestRevision());
    }

    private static <T> Uni<Void> all(List<T> items, Function<T, Uni<Void>> write) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUni(write::apply)
                .merge(WRITES_AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }
}
