package io.cofound.content.draft;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class DraftRepository implements PanacheRepositoryBase<Draft, UUID> {

    Uni<Draft> lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Null if it was changed since it was found, is gone, or is in work elsewhere. */
    Uni<Draft> lockDue(DueDraft due) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select * from draft
                                where id = ?1 and revision = ?2 and publish_at is not null and failure is null
                                for update skip locked""", Draft.class)
                .setParameter(1, due.id())
                .setParameter(2, due.revision())
                .getSingleResultOrNull());
    }

    /** What should have been submitted by then and was not tried yet, oldest first, at most {@code limit}. */
    Uni<List<DueDraft>> due(Instant until, DueDraft after, int limit) {
        return getSession().chain(session -> session.createQuery("""
                                select d.id, d.authorId, d.revision, d.publishAt from Draft d
                                where d.publishAt is not null and d.failure is null and d.publishAt <= ?1
                                    and (d.publishAt, d.id) > (?2, ?3)
                                order by d.publishAt, d.id""", DueDraft.class)
                .setParameter(1, until)
                .setParameter(2, after.publishAt())
                .setParameter(3, after.id())
                .setMaxResults(limit)
                .getResultList());
    }

    Uni<Long> countOf(UUID authorId) {
        return count("authorId", authorId);
    }

    /** Latest first. */
    Uni<List<DraftSummary>> list(UUID authorId, PageRequest page) {
        String after = page.after().isPresent() ? " and (d.createdAt, d.id) < (:at, :id)" : "";
        return getSession().chain(session -> {
            var rows = session.createQuery("""
                            select d.id, d.communityId, d.revision, d.type, d.title, left(d.body, 280), d.createdAt,
                                d.changedAt, d.publishAt, d.failure, d.failureDetail, d.failedAt
                            from Draft d where d.authorId = :author""" + after + " order by d.createdAt desc, d.id desc", DraftSummary.class)
                    .setParameter("author", authorId)
                    .setMaxResults(page.fetchSize());
            page.after()
                    .ifPresent(cursor -> rows.setParameter("at", cursor.at()).setParameter("id", cursor.id()));
            return rows.getResultList();
        });
    }

    Uni<List<Draft>> writtenBy(UUID authorId) {
        return list("authorId = ?1 order by id", authorId);
    }

    Uni<Void> deleteWrittenBy(UUID authorId, Instant until) {
        return delete("authorId = ?1 and createdAt <= ?2", authorId, until).replaceWithVoid();
    }
}
