package io.cofound.content.post;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** Takes removals back. */
@ApplicationScoped
class PostRestoration {

    private final PostGate gate;
    private final PostService service;
    private final PostRevisionRepository revisions;
    private final Submissions submissions;
    private final Publications publications;
    private final NewsSources news;

    PostRestoration(
            PostGate gate,
            PostService service,
            PostRevisionRepository revisions,
            Submissions submissions,
            Publications publications,
            NewsSources news) {
        this.gate = gate;
        this.service = service;
        this.revisions = revisions;
        this.submissions = submissions;
        this.publications = publications;
        this.news = news;
    }

    /**
     * A post whose latest text was allowed is shown again; any other is judged anew. Moderators restore what was removed
     * less than 30 days ago, authors what they removed themselves. Fails with 409 where another post holds the news by now.
     */
    @WithTransaction
    Uni<PostView> restore(UUID id, Reader reader) {
        return gate.lock(id, reader).chain(found -> {
            Post post = found.post();
            requireRestorer(found, reader);
            if (!post.isRemoved()) {
                return service.latest(post);
            }
            if (!post.isRestorable()) {
                throw Problem.gone("removal-final", "A removed post can be restored for 30 days.");
            }
            return revisions
                    .of(id, post.revision)
                    .chain(text -> restore(post, text))
                    .chain(() -> service.latest(post));
        });
    }

    private Uni<Void> restore(Post post, PostRevision latest) {
        if (latest.isAllowed()) {
            post.restore(latest);
            return news.claim(post).chain(() -> publications.follow(post, null, latest));
        }
        PostRevision again = post.resubmit(latest.text());
        return revisions.persist(again).chain(() -> news.claim(post)).chain(() -> submissions.open(post, again));
    }

    private static void requireRestorer(PostGate.Passed found, Reader reader) {
        Post post = found.post();
        if (!reader.moderates(found.standing())) {
            if (!reader.wrote(post) || post.isRemoved() && !reader.id().equals(post.removedBy)) {
                throw Problem.forbidden(
                        "moderator-required", "Only a moderator may restore what its author did not remove.");
            }
            PostService.requireWriter(found.standing());
        }
        PostCuration.requireNotArchived(found.standing());
    }
}
