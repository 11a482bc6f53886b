package io.cofound.content.comment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/**
 * Locks are taken from the leaves of a thread to its root, and those of one level by id, so that nobody waits for
 * somebody who waits.
 */
@ApplicationScoped
class CommentRepository implements PanacheRepositoryBase<Comment, UUID> {

    /** To be called before anything else loads the comment: a lock does not refresh what the session already knows. */
    Uni<Comment> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The given one, and the one that is accepted now, if they are comments on the post. */
    Uni<List<Comment>> lockAnswers(UUID postId, UUID id) {
        return find("postId = ?1 and (id = ?2 or accepted) order by level desc, id", postId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    Uni<List<Comment>> writtenBy(UUID authorId) {
        return list("authorId = ?1 order by id", authorId);
    }

    /** What the author wrote until then, with all that it stands under. */
    Uni<List<Comment>> lockWrittenBy(UUID authorId, Instant until) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                with recursive affected (id, parent_id) as (
                                    select id, parent_id from comment where author_id = ?1 and created_at <= ?2
                                    union
                                    select c.id, c.parent_id from affected a join comment c on c.id = a.parent_id)
                                select id from affected""", UUID.class)
                        .setParameter(1, authorId)
                        .setParameter(2, until)
                        .getResultList())
                .chain(this::lockAll)
                .map(locked -> locked.stream()
                        .filter(comment -> comment.authorId.equals(authorId) && !comment.createdAt.isAfter(until))
                        .toList());
    }

    private Uni<List<Comment>> lockAll(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : find("id in ?1 order by level desc, id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Those of the author's that nobody sees and nothing stands under. After their texts. */
    Uni<Void> deleteUnseenBy(UUID authorId, Instant until) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                delete from comment c
                                where author_id = ?1 and created_at <= ?2 and published_number is null
                                    and not exists (select 1 from comment child where child.parent_id = c.id)""")
                        .setParameter(1, authorId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
