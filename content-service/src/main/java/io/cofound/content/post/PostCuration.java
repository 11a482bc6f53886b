package io.cofound.content.post;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Standing;
import io.cofound.contracts.content.PostType;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What moderators do to posts that are there. Doing it twice is doing it once. */
@ApplicationScoped
class PostCuration {

    /** Posts pinned in one community. */
    static final int MAX_PINNED = 5;

    private final PostGate gate;
    private final PostService service;
    private final PostRepository posts;
    private final PostRevisionRepository revisions;
    private final Communities communities;
    private final Publications publications;
    private final NewsSources news;

    PostCuration(
            PostGate gate,
            PostService service,
            PostRepository posts,
            PostRevisionRepository revisions,
            Communities communities,
            Publications publications,
            NewsSources news) {
        this.gate = gate;
        this.service = service;
        this.posts = posts;
        this.revisions = revisions;
        this.communities = communities;
        this.publications = publications;
        this.news = news;
    }

    @WithTransaction
    Uni<PostView> pin(UUID id, Reader reader) {
        return lockModerated(id, reader)
                .call(post ->
                        post.pinnedAt == null ? pin(post) : Uni.createFrom().voidItem())
                .chain(service::latest);
    }

    private Uni<Void> pin(Post post) {
        if (!post.isVisible()) {
            throw Problem.conflict("post-not-published", "Only a published post can be pinned.");
        }
        return posts.holdPinned(post.communityId)
                .invoke(pinned -> {
                    if (pinned >= MAX_PINNED) {
                        throw Problem.conflict(
                                "too-many-pinned",
                                "A community pins at most %d posts. Unpin one first.".formatted(MAX_PINNED));
                    }
                    post.pin();
                })
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<PostView> unpin(UUID id, Reader reader) {
        return lockModerated(id, reader).invoke(Post::unpin).chain(service::latest);
    }

    /** The author of a question may close it, too. */
    @WithTransaction
    Uni<PostView> close(UUID id, Reader reader) {
        return gate.lock(id, reader)
                .call(found -> requireCloser(found, reader))
                .map(PostGate.Passed::post)
                .invoke(post -> {
                    if (!post.closed) {
                        post.close(reader.id());
                    }
                })
                .chain(service::latest);
    }

    /** An author reopens what the author closed. */
    @WithTransaction
    Uni<PostView> reopen(UUID id, Reader reader) {
        return gate.lock(id, reader)
                .call(found -> requireCloser(found, reader))
                .invoke(found -> {
                    Post post = found.post();
                    if (post.closed
                            && !reader.moderates(found.standing())
                            && !reader.id().equals(post.closedBy)) {
                        throw moderatorRequired();
                    }
                    post.reopen();
                })
                .chain(found -> service.latest(found.post()));
    }

    private Uni<Void> requireCloser(PostGate.Passed found, Reader reader) {
        Post post = found.post();
        if (reader.moderates(found.standing())) {
            requireOpen(post, found.standing());
            return Uni.createFrom().voidItem();
        }
        if (!reader.wrote(post)) {
            throw moderatorRequired();
        }
        PostService.requireWriter(found.standing());
        requireOpen(post, found.standing());
        return revisions
                .of(post.id, post.revision)
                .invoke(text -> {
                    if (text.type != PostType.QUESTION) {
                        throw moderatorRequired();
                    }
                })
                .replaceWithVoid();
    }

    /**
     * To a community that the reader moderates, too. Only a post that others see in its latest, judged text: what waits
     * for judgement is judged for the community it was written in.
     */
    @WithTransaction
    Uni<PostView> move(UUID id, Reader reader, UUID targetId) {
        return lockModerated(id, reader)
                .call(post -> post.communityId.equals(targetId)
                        ? Uni.createFrom().voidItem()
                        : communities
                                .standing(targetId, reader.id())
                                .invoke(target -> requireTarget(target, reader))
                                .chain(() -> revisions.of(id, post.revision))
                                .chain(text -> move(post, text, targetId)))
                .chain(service::latest);
    }

    private Uni<Void> move(Post post, PostRevision text, UUID targetId) {
        if (post.state != PostState.PUBLISHED || !text.isJudged()) {
            throw Problem.conflict(
                    "post-not-settled", "A post moves when its latest text has been judged and is published.");
        }
        Long shownBefore = post.publishedRevision;
        post.move(targetId, text);
        return news.claim(post).chain(() -> publications.follow(post, shownBefore, text));
    }

    private static void requireTarget(Standing target, Reader reader) {
        if (target == null || !target.mayKnow() && !reader.moderator()) {
            throw Problem.notFound("community");
        }
        if (!reader.moderates(target)) {
            throw Problem.forbidden("moderator-required", "Only a moderator of both communities may move a post.");
        }
        requireNotArchived(target);
    }

    private Uni<Post> lockModerated(UUID id, Reader reader) {
        return gate.lock(id, reader)
                .invoke(found -> {
                    if (!reader.moderates(found.standing())) {
                        throw moderatorRequired();
                    }
                    requireOpen(found.post(), found.standing());
                })
                .map(PostGate.Passed::post);
    }

    private static void requireOpen(Post post, Standing standing) {
        if (post.isRemoved()) {
            throw Problem.conflict("post-removed", "The post was removed.");
        }
        requireNotArchived(standing);
    }

    static void requireNotArchived(Standing standing) {
        if (standing.archived()) {
            throw Problem.conflict("community-archived", "The community is archived: it can only be read.");
        }
    }

    private static RuntimeException moderatorRequired() {
        return Problem.forbidden("moderator-required", "Only a moderator of the community may do this.");
    }
}
