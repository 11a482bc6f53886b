package io.cofound.content.post;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Lists of posts: one query a page, a range of one index, whichever page it is. Needs a session. */
@ApplicationScoped
class PostLists {

    /** Columns, so that no whole body is read for an excerpt. */
    private static final String SELECT = """
            select p, r.number, r.type, r.title, left(r.body, 1000),
                r.summary, r.coverUrl, r.sourceUrl, r.tags, r.language, a.displayName
            from Post p join Member a on a.id = p.authorId join PostRevision r on r.postId = p.id and r.number = """;

    private static final String PUBLISHED = SELECT + "p.publishedRevision where p.publishedRevision is not null";
    private static final String LATEST = SELECT + "p.revision where p.state = :state";

    /** Those of the posts that are published, in no order. */
    Uni<List<PostRow>> published(List<UUID> ids) {
        return Panache.getSession().chain(session -> session.createQuery(PUBLISHED + " and p.id in :ids", PostRow.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    /** What is published in the community, latest first. */
    Uni<List<PostRow>> published(UUID communityId, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("community", communityId));
        return list(PUBLISHED + " and p.communityId = :community", "publishedAt", parameters, page);
    }

    /** What is published and pinned in the community, what was pinned last first. */
    Uni<List<PostRow>> pinned(UUID communityId, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("community", communityId));
        return list(
                PUBLISHED + " and p.communityId = :community and p.pinnedAt is not null", "pinnedAt", parameters, page);
    }

    /** Posts of the community whose latest revision stands so, latest first. */
    Uni<List<PostRow>> inState(UUID communityId, PostState state, PageRequest page) {
        Map<String, Object> parameters = new HashMap<>(Map.of("community", communityId, "state", state));
        return list(LATEST + " and p.communityId = :community", "createdAt", parameters, page);
    }

    /** As above, of one author alone. */
    Uni<List<PostRow>> inState(UUID communityId, PostState state, UUID authorId, PageRequest page) {
        Map<String, Object> parameters =
                new HashMap<>(Map.of("community", communityId, "state", state, "author", authorId));
        return list(LATEST + " and p.communityId = :community and p.authorId = :author", "createdAt", parameters, page);
    }

    private static Uni<List<PostRow>> list(
            String query, String time, Map<String, Object> parameters, PageRequest page) {
        String after = page.after().isPresent() ? " and (p.%s, p.id) < (:at, :id)".formatted(time) : "";
        page.after().ifPresent(cursor -> {
            parameters.put("at", cursor.at());
            parameters.put("id", cursor.id());
        });
        String order = " order by p.%1$s desc, p.id desc".formatted(time);
        return Panache.getSession().chain(session -> {
            var rows = session.createQuery(query + after + order, PostRow.class).setMaxResults(page.fetchSize());
            parameters.forEach(rows::setParameter);
            return rows.getResultList();
        });
    }
}
