package io.cofound.content.bookmark;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class FolderRepository {

    Uni<List<FolderView>> of(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select id, name, created_at from bookmark_folder where member_id = ?1
                                order by created_at, id""", Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row ->
                                new FolderView((UUID) row[0], (String) row[1], ((OffsetDateTime) row[2]).toInstant()))
                        .toList());
    }

    /** Nobody else makes or renames one of the member's folders until the transaction ends; locking rows would not do. */
    Uni<List<FolderView>> lockAll(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from pg_advisory_xact_lock(hashtextextended('bookmark-folders ' || ?1, 0))",
                                Long.class)
                        .setParameter(1, memberId.toString())
                        .getSingleResult())
                .chain(() -> of(memberId));
    }

    Uni<Boolean> has(UUID id, UUID memberId) {
        return has(id, memberId, "");
    }

    /** As {@link #has}; the folder stays until the transaction ends. */
    Uni<Boolean> hold(UUID id, UUID memberId) {
        return has(id, memberId, " for key share");
    }

    Uni<FolderView> add(UUID memberId, String name) {
        var folder = new FolderView(
                UuidCreator.getTimeOrderedEpoch(), name, Instant.now().truncatedTo(ChronoUnit.MICROS));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into bookmark_folder (id, member_id, name, created_at) values (?1, ?2, ?3, ?4)")
                        .setParameter(1, folder.id())
                        .setParameter(2, memberId)
                        .setParameter(3, name)
                        .setParameter(4, folder.createdAt())
                        .executeUpdate())
                .replaceWith(folder);
    }

    Uni<Void> rename(UUID id, String name) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update bookmark_folder set name = ?2 where id = ?1")
                        .setParameter(1, id)
                        .setParameter(2, name)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Integer> remove(UUID id, UUID memberId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "delete from bookmark_folder where id = ?1 and member_id = ?2")
                .setParameter(1, id)
                .setParameter(2, memberId)
                .executeUpdate());
    }

    Uni<Void> removeOf(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from bookmark_folder where member_id = ?1 and created_at <= ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Boolean> has(UUID id, UUID memberId, String lock) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select id from bookmark_folder where id = ?1 and member_id = ?2" + lock, UUID.class)
                        .setParameter(1, id)
                        .setParameter(2, memberId)
                        .getSingleResultOrNull())
                .map(found -> found != null);
    }
}
