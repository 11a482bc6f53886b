package io.cofound.content.comment;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.PostType;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What is said of posts where nobody in particular reads them. Needs a session. */
@ApplicationScoped
class CommentedPosts {

    /** Null for a post that is gone. */
    Uni<CommentedPost> find(UUID postId) {
        return Panache.getSession().chain(session -> session.createQuery("""
                        select p.communityId, p.authorId, p.publishedRevision is not null, c.visibility
                        from Post p join Community c on c.id = p.communityId where p.id = ?1""", CommentedPost.class)
                .setParameter(1, postId)
                .getSingleResultOrNull());
    }

    /** One at a time asks this of a post, until the caller's transaction ends. Null for a post that is gone. */
    Uni<PostType> holdType(UUID postId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select r.type from post p join post_revision r on r.post_id = p.id
                                    and r.number = coalesce(p.published_revision, p.revision)
                                where p.id = ?1 for no key update of p""", String.class)
                        .setParameter(1, postId)
                        .getSingleResultOrNull())
                .map(type -> type == null ? null : PostType.valueOf(type));
    }
}
