package io.cofound.content.post;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Standing;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/**
 * Lets a reader to a post, or not. Decided on PostgreSQL, where removals and bans are known first. A post that the reader
 * may not see does not exist: 404.
 */
@ApplicationScoped
public class PostGate {

    record Passed(Post post, Standing standing) {}

    private final PostRepository posts;
    private final Communities communities;

    PostGate(PostRepository posts, Communities communities) {
        this.posts = posts;
        this.communities = communities;
    }

    Uni<Passed> read(UUID id, Reader reader) {
        return pass(posts.findById(id), reader);
    }

    /** The post is locked until the caller's transaction ends. */
    Uni<Passed> lock(UUID id, Reader reader) {
        return pass(posts.lock(id), reader);
    }

    /** Needs a session. Fails with 404 where the reader may not see the post. */
    public Uni<PostAccess> see(UUID id, Reader reader) {
        return read(id, reader).map(passed -> PostAccess.of(passed.post, passed.standing));
    }

    /** As {@link #see}; the post stays as it is until the caller's transaction ends. */
    public Uni<PostAccess> hold(UUID id, Reader reader) {
        return pass(posts.findById(id, LockModeType.PESSIMISTIC_READ), reader)
                .map(passed -> PostAccess.of(passed.post, passed.standing));
    }

    /** For what is listed of a community. Needs a session. Fails with 404 where the reader may not read in it. */
    public Uni<Standing> enter(UUID communityId, Reader reader) {
        return communities.standing(communityId, reader.id()).invoke(standing -> {
            if (standing == null || !standing.mayRead() && !reader.moderator()) {
                throw Problem.notFound("community");
            }
        });
    }

    private Uni<Passed> pass(Uni<Post> loaded, Reader reader) {
        return loaded.onItem()
                .ifNull()
                .failWith(() -> Problem.notFound("post"))
                .chain(post ->
                        communities.standing(post.communityId, reader.id()).map(standing -> new Passed(post, standing)))
                .invoke(passed -> {
                    if (!reader.sees(passed.post, passed.standing)) {
                        throw Problem.notFound("post");
                    }
                });
    }
}
