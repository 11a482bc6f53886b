package io.cofound.content.post;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** Compares a post's texts, for those who may see them. */
@ApplicationScoped
class RevisionDiffs {

    private record Pair(PostRevision text, Optional<PostRevision> before) {}

    private final PostGate gate;
    private final PostRevisionRepository revisions;

    RevisionDiffs(PostGate gate, PostRevisionRepository revisions) {
        this.gate = gate;
        this.revisions = revisions;
    }

    /**
     * Long texts take a while to compare, so not on the event loop.
     *
     * @param against null for the one before, of those that the reader may see
     */
    Uni<RevisionDiff> diff(UUID postId, long number, Long against, Reader reader) {
        return Panache.withSession(() -> gate.read(postId, reader).chain(passed -> {
                    boolean onlyPublished = !reader.seesAllOf(passed.post(), passed.standing());
                    return visible(postId, number, onlyPublished)
                            .chain(text -> before(postId, number, against, onlyPublished)
                                    .map(before -> new Pair(text, before)));
                }))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(pair -> RevisionDiff.of(pair.text, pair.before.orElse(null)));
    }

    private Uni<Optional<PostRevision>> before(UUID postId, long number, Long against, boolean onlyPublished) {
        return against == null
                ? revisions.visibleBefore(postId, number, onlyPublished).map(Optional::ofNullable)
                : visible(postId, against, onlyPublished).map(Optional::of);
    }

    private Uni<PostRevision> visible(UUID postId, long number, boolean onlyPublished) {
        return revisions
                .visible(postId, number, onlyPublished)
                .onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("revision"));
    }
}
