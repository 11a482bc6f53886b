package io.cofound.content.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.model.WriteModel;
import io.cofound.content.post.PublishedText;
import io.cofound.content.post.ShownPosts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/**
 * Makes documents what PostgreSQL says. Several at it at once do no harm: an older part never replaces a newer one, and
 * what became invisible meanwhile is looked for after writing.
 */
@ApplicationScoped
class PageWriter {

    private record Pages(Map<UUID, PublishedText> posts, Map<UUID, FirstComments> comments) {

        WriteModel<PageDocument> writeText(UUID id) {
            PublishedText post = posts.get(id);
            if (post == null) {
                return PageDocuments.remove(id, Long.MAX_VALUE);
            }
            return post.isVisible()
                    ? PageDocuments.put(id, new PageText(post.revision(), post.text()))
                    : PageDocuments.remove(id, post.latestRevision());
        }

        List<WriteModel<PageDocument>> writeComments() {
            return comments.entrySet().stream()
                    .map(first -> PageDocuments.put(first.getKey(), first.getValue()))
                    .toList();
        }

        List<WriteModel<PageDocument>> removeAllBut(List<UUID> visible) {
            return posts.values().stream()
                    .filter(post -> post.isVisible() && !visible.contains(post.postId()))
                    .map(post -> PageDocuments.remove(post.postId(), post.latestRevision()))
                    .toList();
        }
    }

    private final ShownPosts posts;
    private final PageComments comments;
    private final PageDocuments documents;

    PageWriter(ShownPosts posts, PageComments comments, PageDocuments documents) {
        this.posts = posts;
        this.comments = comments;
        this.documents = documents;
    }

    Uni<Void> refresh(List<UUID> postIds) {
        return read(postIds).chain(pages -> documents
                .write(postIds.stream().map(pages::writeText).toList())
                .chain(() -> documents.write(pages.writeComments()))
                .chain(() -> Panache.withSession(() -> posts.visible(postIds)))
                .chain(visible -> documents.write(pages.removeAllBut(visible))));
    }

    /** Of posts whose text is written, or is going to be. */
    Uni<Void> refreshComments(List<UUID> postIds) {
        return read(postIds).chain(pages -> documents.write(pages.writeComments()));
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
}
