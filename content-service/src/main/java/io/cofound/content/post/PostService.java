package io.cofound.content.post;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Copies;
import io.cofound.content.community.Standing;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;

/** What members do with posts. */
@ApplicationScoped
public class PostService {

    private final PostGate gate;
    private final PostRepository posts;
    private final PostRevisionRepository revisions;
    private final Communities communities;
    private final Copies copies;
    private final Publications publications;
    private final Submissions submissions;
    private final NewsSources news;

    PostService(
            PostGate gate,
            PostRepository posts,
            PostRevisionRepository revisions,
            Communities communities,
            Copies copies,
            Publications publications,
            Submissions submissions,
            NewsSources news) {
        this.gate = gate;
        this.posts = posts;
        this.revisions = revisions;
        this.communities = communities;
        this.copies = copies;
        this.publications = publications;
        this.submissions = submissions;
        this.news = news;
    }

    /** Fails for those who may not write in the community; gives word of a membership a moment to arrive. */
    public Uni<Void> requireWriter(UUID communityId, Reader reader) {
        return communities
                .awaitStanding(communityId, reader.id())
                .invoke(PostService::requireWriter)
                .replaceWithVoid();
    }

    /** Asked again what {@link #requireWriter} waited for: here nobody can be forgotten any more before the post is there. */
    @WithTransaction
    public Uni<PostView> submit(UUID communityId, UUID authorId, String authorName, PostDraft draft) {
        Post post = new Post(communityId, authorId);
        return copies.member(authorId, 0, authorName)
                .chain(() -> communities.standing(communityId, authorId))
                .invoke(PostService::requireWriter)
                .chain(standing -> {
                    PostRevision first = post.write(draft.text(), standing.moderation());
                    return posts.persist(post).call(() -> told(post, null, first));
                })
                .chain(() -> latest(post));
    }

    @WithTransaction
    Uni<PostView> edit(UUID id, Reader reader, long expectedRevision, PostChange change) {
        return gate.lock(id, reader).chain(found -> {
            Post post = found.post();
            if (!reader.wrote(post)) {
                throw Problem.forbidden("author-required", "Only its author may change a post.");
            }
            if (post.isRemoved()) {
                throw Problem.conflict("post-removed", "The post was removed.");
            }
            requireWriter(found.standing());
            Revision.check(expectedRevision, post.revision);
            return revisions
                    .of(id, post.revision)
                    .chain(latest -> rewrite(post, latest, change, found.standing()))
                    .chain(() -> latest(post));
        });
    }

    private Uni<Void> rewrite(Post post, PostRevision latest, PostChange change, Standing standing) {
        PostText text = change.applyTo(latest.text());
        if (text.equals(latest.text())) {
            return Uni.createFrom().voidItem();
        }
        Long shownBefore = post.publishedRevision;
        return submissions
                .withdraw(latest)
                .chain(() -> told(post, shownBefore, post.write(text, standing.moderation())));
    }

    /** Removing twice is removing once, but what a moderator removes its author does not restore. */
    @WithTransaction
    Uni<Void> remove(UUID id, Reader reader) {
        return gate.lock(id, reader).chain(found -> {
            Post post = found.post();
            if (!reader.seesAllOf(post, found.standing())) {
                throw Problem.forbidden(
                        "author-or-moderator-required", "Only its author or a moderator may remove it.");
            }
            boolean wasThere = !post.isRemoved();
            post.remove(reader.id());
            if (!wasThere) {
                return Uni.createFrom().voidItem();
            }
            return publications
                    .withdraw(post)
                    .chain(() -> news.settle(post))
                    .chain(() -> revisions.of(id, post.revision))
                    .chain(submissions::withdraw);
        });
    }

    private Uni<Void> told(Post post, Long shownBefore, PostRevision written) {
        return revisions
                .persist(written)
                .chain(() -> news.claim(post))
                .chain(() -> submissions.open(post, written))
                .chain(() -> publications.follow(post, shownBefore, written));
    }

    /** As its author and moderators see it. */
    Uni<PostView> latest(Post post) {
        return revisions.of(post.id, post.revision).chain(text -> communities
                .nameOf(post.authorId)
                .map(authorName -> PostView.latest(post, text, authorName)));
    }

    /** @param standing null for an unknown community */
    public static void requireWriter(Standing standing) {
        if (standing == null || !standing.mayKnow()) {
            throw Problem.notFound("community");
        }
        if (!standing.mayWrite()) {
            throw Problem.forbidden("members-only", "Only members of the community may post in it.");
        }
        if (standing.archived()) {
            throw Problem.conflict("community-archived", "The community is archived: it can only be read.");
        }
    }
}
