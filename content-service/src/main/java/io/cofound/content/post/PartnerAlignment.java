package io.cofound.content.post;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.contracts.community.Visibility;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/**
 * Gives partners a community's published posts when it becomes public, and takes them back when it no longer is. Works
 * from how things are to how they should be, so it may be repeated and interrupted at any point.
 */
@ApplicationScoped
class PartnerAlignment {

    /** Posts in one transaction. */
    static final int BATCH = 200;

    private final PostRepository posts;
    private final PostRevisionRepository revisions;
    private final Communities communities;
    private final Publications publications;

    PartnerAlignment(
            PostRepository posts,
            PostRevisionRepository revisions,
            Communities communities,
            Publications publications) {
        this.posts = posts;
        this.revisions = revisions;
        this.communities = communities;
        this.publications = publications;
    }

    /** Each batch commits by itself. */
    Uni<Void> align(UUID communityId) {
        return Uni.createFrom()
                .deferred(() -> Panache.withTransaction(() -> alignBatch(communityId)))
                .repeat()
                .whilst(aligned -> aligned == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> alignBatch(UUID communityId) {
        return communities
                .holdVisibility(communityId)
                .map(visibility -> visibility == Visibility.PUBLIC)
                .chain(isPublic -> posts.lockMisaligned(communityId, isPublic, BATCH)
                        .call(batch -> isPublic ? share(batch) : publications.unshare(batch)))
                .map(List::size);
    }

    private Uni<Void> share(List<Post> batch) {
        return revisions.published(batch.stream().map(post -> post.id).toList()).chain(texts -> {
            Map<UUID, PostRevision> textOf = texts.stream().collect(toMap(text -> text.postId, identity()));
            return communities
                    .namesOf(
                            batch.stream().map(post -> post.authorId).distinct().toList())
                    .chain(names -> publications.share(batch, textOf, names));
        });
    }
}
