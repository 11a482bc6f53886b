package io.cofound.content.post;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.community.Communities;
import io.cofound.content.community.Standing;
import io.cofound.platform.web.problem.Problem;
import io.smallrye.mutiny.Uni;

/**
 * Lets a reader to a post, or not. Decided on PostgreSQL, where removals and bans are known first. A post that the reader
 * may not see does not exist: 404.
 */
@ApplicationScoped
class PostGate {

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

    /** For lists of a community's posts. */
    Uni<Standing> enter(UUID communityId, Reader reader) {
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
