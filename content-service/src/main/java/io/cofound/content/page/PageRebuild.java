package io.cofound.content.page;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.ShownPosts;
import io.cofound.content.rebuild.RebuildableDocuments;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every post's page, also of those that have none: so a document that should be gone goes. */
@ApplicationScoped
class PageRebuild implements RebuildableDocuments {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final ShownPosts posts;
    private final PageWriter writer;

    PageRebuild(ShownPosts posts, PageWriter writer) {
        this.posts = posts;
        this.writer = writer;
    }

    @Override
    public String collection() {
        return PageDocuments.COLLECTION;
    }

    @Override
    public Uni<List<String>> keysAfter(String last, int limit) {
        UUID after = last.isEmpty() ? BEFORE_ALL : UUID.fromString(last);
        return Panache.withSession(() -> posts.idsAfter(after, limit))
                .map(ids -> ids.stream().map(UUID::toString).toList());
    }

    @Override
    public Uni<Void> refresh(List<String> keys) {
        return writer.refresh(keys.stream().map(UUID::fromString).toList());
    }
}
