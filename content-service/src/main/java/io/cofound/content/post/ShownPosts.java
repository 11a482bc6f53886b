package io.cofound.content.post;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.NoResultException;

import io.cofound.content.community.Standing;
import io.cofound.content.counter.Counts;
import io.cofound.contracts.community.CommunityRole;
import io.cofound.contracts.community.ModerationMode;
import io.cofound.contracts.community.Visibility;
import io.cofound.platform.web.problem.Problem;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Single posts for whoever composes what is shown of them. Everything needs a session. */
@ApplicationScoped
public class ShownPosts {

    private static final UUID NOBODY = new UUID(0, 0);

    private static final String FOUND = """
            select p, c.visibility, c.moderation, c.archived, m.role, a.displayName,
                coalesce(k.comments, 0L), coalesce(k.reactions, 0L), coalesce(k.bookmarks, 0L), coalesce(k.reads, 0L),
                coalesce(k.commentsRevision, 0L)
            from Post p
            join Community c on c.id = p.communityId
            left join Membership m on m.communityId = p.communityId and m.memberId = :reader and m.active
            left join Member a on a.id = p.authorId
            left join PostCounters k on k.postId = p.id
            where p.id = :post""";

    private static final String PUBLISHED = """
            select p.id, p.revision, p.publishedRevision, r, coalesce(k.commentsRevision, 0L)
            from Post p
            left join PostRevision r on r.postId = p.id and r.number = p.publishedRevision
            left join PostCounters k on k.postId = p.id
            where p.id in :posts""";

    private record Found(
            Post post,
            Visibility visibility,
            ModerationMode moderation,
            boolean archived,
            CommunityRole role,
            String authorName,
            long comments,
            long reactions,
            long bookmarks,
            long reads,
            long commentsRevision) {

        Standing standing() {
            return new Standing(visibility, moderation, archived, role);
        }

        ShownPost shownTo(Reader reader) {
            return new ShownPost(
                    post,
                    reader.seesAllOf(post, standing()),
                    authorName,
                    new Counts(comments, reactions, bookmarks, reads),
                    commentsRevision);
        }
    }

    private record Text(UUID postId, long latest, Long revision, PostRevision text, long commentsRevision) {

        PublishedText published() {
            return new PublishedText(postId, latest, revision, text == null ? null : text.text(), commentsRevision);
        }
    }

    private final PostRevisionRepository revisions;

    ShownPosts(PostRevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** One query. Fails with 404 where the reader may not see the post. */
    public Uni<ShownPost> find(UUID id, Reader reader) {
        return Panache.getSession()
                .chain(session -> session.createQuery(FOUND, Found.class)
                        .setParameter("post", id)
                        .setParameter("reader", reader.id() == null ? NOBODY : reader.id())
                        .getSingleResultOrNull())
                .map(found -> {
                    if (found == null || !reader.sees(found.post, found.standing())) {
                        throw Problem.notFound("post");
                    }
                    return found.shownTo(reader);
                });
    }

    /** As the reader may see it, from PostgreSQL alone. */
    public Uni<PostView> read(ShownPost shown) {
        return revisions
                .of(shown.id(), shown.revision())
                .map(shown::of)
                // Erased since it was found.
                .onFailure(NoResultException.class)
                .transform(gone -> Problem.notFound("post"));
    }

    /** What others see of each of the posts; posts that do not exist are absent. */
    public Uni<List<PublishedText>> published(List<UUID> ids) {
        return Panache.getSession()
                .chain(session -> session.createQuery(PUBLISHED, Text.class)
                        .setParameter("posts", ids)
                        .getResultList())
                .map(rows -> rows.stream().map(Text::published).toList());
    }

    /** Those of the posts that others see. */
    public Uni<List<UUID>> visible(List<UUID> ids) {
        return Panache.getSession().chain(session -> session.createQuery(
                        "select id from Post where id in ?1 and publishedRevision is not null", UUID.class)
                .setParameter(1, ids)
                .getResultList());
    }

    /** The next posts in the order of their ids, published or not; fewer than {@code limit} are the last. */
    public Uni<List<UUID>> idsAfter(UUID last, int limit) {
        return Panache.getSession()
                .chain(session -> session.createQuery("select id from Post where id > ?1 order by id", UUID.class)
                        .setParameter(1, last)
                        .setMaxResults(limit)
                        .getResultList());
    }
}
