package io.cofound.content.page;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.comment.Comments;
import io.cofound.content.comment.ShownComment;
import io.cofound.platform.web.paging.Page;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/** The first comments of posts, from PostgreSQL. */
@ApplicationScoped
class PageComments {

    private final Comments comments;

    PageComments(Comments comments) {
        this.comments = comments;
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
        Uni<Map<UUID, Page<ShownComment>>> found =
                commented.isEmpty() ? Uni.createFrom().item(Map.of()) : comments.firstOf(commented);
        return found.map(pages -> revisions.keySet().stream()
                .collect(toMap(
                        identity(),
                        post -> FirstComments.of(revisions.get(post), pages.getOrDefault(post, Page.empty())))));
    }
}
