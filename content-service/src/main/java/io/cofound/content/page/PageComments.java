package io.cofound.content.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** The first comments of posts, from PostgreSQL. */
@ApplicationScoped
class PageComments {

    private final Instance<CommentSource> source;

    PageComments(Instance<CommentSource> source) {
        this.source = source;
    }

    /**
     * Needs a session. The revisions have to be read before: so what is read now is as new, or newer.
     *
     * @param revisions the comments' revisions by post id
     * @return by post id, of every post
     */
    Uni<Map<UUID, FirstComments>> of(Map<UUID, Long> revisions) {
        List<UUID> commented = revisions.keySet().stream()
                .filter(post -> revisions.get(post) > 0)
                .toList();
        Uni<Map<UUID, FirstComments>> found = commented.isEmpty() || source.isUnsatisfied()
                ? Uni.createFrom().item(Map.of())
                : source.get().firstOf(commented);
        return found.map(comments -> revisions.keySet().stream()
                .collect(toMap(identity(), post -> comments.getOrDefault(post, FirstComments.none(0))
                        .at(revisions.get(post)))));
    }
}
