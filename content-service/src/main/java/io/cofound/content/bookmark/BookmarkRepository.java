package io.cofound.content.bookmark;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.content.post.PostView;
import io.cofound.contracts.content.PostType;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class BookmarkRepository {

    record OwnBookmark(UUID postId, UUID folderId, Instant bookmarkedAt) {}

    private static final String READABLE = """
            select b.post_id, b.folder_id, b.bookmarked_at, p.community_id, r.type, r.title, p.author_id,
                a.display_name, p.published_at
            from bookmark b
            join post p on p.id = b.post_id
            join post_revision r on r.post_id = p.id and r.number = p.published_revision
            join member a on a.id = p.author_id
            where b.member_id = :member and (
                exists (select from community c where c.id = p.community_id and c.visibility = 'PUBLIC')
                or exists (select from membership m
                    where m.member_id = :member and m.community_id = p.community_id and m.active))""";

    /** How many rows were added: none where it is there already. */
    Uni<Integer> add(UUID memberId, UUID postId, UUID folderId) {
        return Panache.getSession().chain(session -> session.createNativeQuery("""
                                insert into bookmark (member_id, post_id, folder_id, bookmarked_at)
                                values (?1, ?2, cast(?3 as uuid), ?4) on conflict do nothing""")
                .setParameter(1, memberId)
                .setParameter(2, postId)
                .setParameter(3, folderId)
                .setParameter(4, Instant.now().truncatedTo(ChronoUnit.MICROS))
                .executeUpdate());
    }

    Uni<Void> move(UUID memberId, UUID postId, UUID folderId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "update bookmark set folder_id = cast(?3 as uuid) where member_id = ?1 and post_id = ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, postId)
                        .setParameter(3, folderId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> remove(UUID memberId, UUID postId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "delete from bookmark where member_id = ?1 and post_id = ?2")
                .setParameter(1, memberId)
                .setParameter(2, postId)
                .executeUpdate());
    }

    /** @param folderId null for all */
    Uni<List<BookmarkView>> readable(UUID memberId, UUID folderId, PageRequest page) {
        String folder = folderId == null ? "" : " and b.folder_id = :folder";
        String after = page.after().isPresent() ? " and (b.bookmarked_at, b.post_id) < (:at, :id)" : "";
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                                    READABLE + folder + after + " order by b.bookmarked_at desc, b.post_id desc",
                                    Object[].class)
                            .setParameter("member", memberId)
                            .setMaxResults(page.fetchSize());
                    if (folderId != null) {
                        query.setParameter("folder", folderId);
                    }
                    page.after().ifPresent(cursor -> query.setParameter("at", cursor.at())
                            .setParameter("id", cursor.id()));
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(BookmarkRepository::view).toList());
    }

    Uni<List<OwnBookmark>> of(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select post_id, folder_id, bookmarked_at from bookmark where member_id = ?1
                                order by bookmarked_at""", Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new OwnBookmark((UUID) row[0], (UUID) row[1], instant(row[2])))
                        .toList());
    }

    /** How many went, by post. */
    Uni<Map<UUID, Long>> removeOf(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from bookmark where member_id = ?1 and bookmarked_at <= ?2 returning post_id",
                                UUID.class)
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .getResultList())
                .map(posts -> posts.stream().collect(groupingBy(post -> post, counting())));
    }

    private static BookmarkView view(Object[] row) {
        return new BookmarkView(
                (UUID) row[0],
                (UUID) row[1],
                instant(row[2]),
                (UUID) row[3],
                PostType.valueOf((String) row[4]),
                (String) row[5],
                new PostView.Author((UUID) row[6], (String) row[7]),
                instant(row[8]));
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((OffsetDateTime) column).toInstant();
    }
}
