package io.cofound.content.comment;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;

/** Lists of comments, oldest first: one query a page, a range of one index, whichever page it is. Needs a session. */
@ApplicationScoped
class CommentLists {

    /** How many replies are given with what they answer. */
    static final int FIRST_REPLIES = 3;

    private static final String WITH_AUTHOR =
            " join Member a on a.id = c.authorId left join CommentRevision r on r.commentId = c.id and r.number = ";

    private static final String SELECT = "select c, r, a.displayName from Comment c" + WITH_AUTHOR;

    private static final String LISTED =
            SELECT + "c.publishedNumber where (c.publishedNumber is not null or c.replyCount > 0)";

    private static final String LATEST = SELECT + "c.textNumber where ";

    private static final String FIRST = """
            select c, r, a.displayName from Comment p
            join lateral (select f.id as id from Comment f
                where f.parentId = p.id and (f.publishedNumber is not null or f.replyCount > 0)
                order by f.createdAt, f.id limit %d) first
            join Comment c on c.id = first.id""".formatted(FIRST_REPLIES) + WITH_AUTHOR
            + "c.publishedNumber where p.id in :parents order by c.createdAt, c.id";

    private static final String FIRST_ON_POSTS =
            """
            select c, r, a.displayName from Post p
            join lateral (select f.id as id from Comment f
                where f.postId = p.id and f.parentId is null and (f.publishedNumber is not null or f.replyCount > 0)
                order by f.createdAt, f.id limit :limit) first
            join Comment c on c.id = first.id""" + WITH_AUTHOR + "c.publishedNumber where p.id in :posts order by c.createdAt, c.id";

    /** What stands first under each post, at most {@code limit} a post. By post; one without comments is absent. */
    Uni<Map<UUID, List<CommentRow>>> firstOnPosts(Collection<UUID> postIds, int limit) {
        return Panache.getSession()
                .chain(session -> session.createQuery(FIRST_ON_POSTS, CommentRow.class)
                        .setParameter("posts", postIds)
                        .setParameter("limit", limit)
                        .getResultList())
                .map(rows -> rows.stream().collect(groupingBy(row -> row.comment().postId)));
    }

    /** What stands directly under the post. */
    Uni<List<CommentRow>> onPost(UUID postId, PageRequest page) {
        return list(LISTED + " and c.postId = :post and c.parentId is null", Map.of("post", postId), page);
    }

    /** What stands directly under the comment. */
    Uni<List<CommentRow>> replies(UUID parentId, PageRequest page) {
        return list(LISTED + " and c.parentId = :parent", Map.of("parent", parentId), page);
    }

    /** By parent; a comment that nothing stands under is absent. */
    Uni<Map<UUID, List<CommentRow>>> firstReplies(Collection<UUID> parentIds) {
        if (parentIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createQuery(FIRST, CommentRow.class)
                        .setParameter("parents", parentIds)
                        .getResultList())
                .map(rows -> rows.stream().collect(groupingBy(row -> row.comment().parentId)));
    }

    /** Comments on the post whose latest text stands so. */
    Uni<List<CommentRow>> inState(UUID postId, CommentState state, PageRequest page) {
        return list(LATEST + "c.postId = :post and c.state = :state", Map.of("post", postId, "state", state), page);
    }

    /** As above, of one author alone. */
    Uni<List<CommentRow>> inState(UUID postId, CommentState state, UUID authorId, PageRequest page) {
        return list(
                LATEST + "c.postId = :post and c.state = :state and c.authorId = :author",
                Map.of("post", postId, "state", state, "author", authorId),
                page);
    }

    /** The answer to the post's question; null while there is none. */
    Uni<CommentRow> accepted(UUID postId) {
        return one(LISTED + " and c.accepted and c.postId = ?1", postId);
    }

    /** With the text that others see, if any. */
    Uni<CommentRow> published(UUID id) {
        return one(SELECT + "c.publishedNumber where c.id = ?1", id);
    }

    Uni<CommentRow> latest(UUID id) {
        return one(LATEST + "c.id = ?1", id);
    }

    private static Uni<CommentRow> one(String query, UUID id) {
        return Panache.getSession().chain(session -> session.createQuery(query, CommentRow.class)
                .setParameter(1, id)
                .getSingleResultOrNull());
    }

    private static Uni<List<CommentRow>> list(String query, Map<String, Object> where, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(where);
        String after = page.after().isPresent() ? " and (c.createdAt, c.id) > (:at, :id)" : "";
        page.after().ifPresent(cursor -> {
            parameters.put("at", cursor.at());
            parameters.put("id", cursor.id());
        });
        return Panache.getSession().chain(session -> {
            var rows = session.createQuery(query + after + " order by c.createdAt, c.id", CommentRow.class)
                    .setMaxResults(page.fetchSize());
            parameters.forEach(rows::setParameter);
            return rows.getResultList();
        });
    }
}
