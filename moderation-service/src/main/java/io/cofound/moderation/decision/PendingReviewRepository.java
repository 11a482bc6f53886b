package io.cofound.moderation.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class PendingReviewRepository implements PanacheRepositoryBase<PendingReview, UUID> {

    /** Takes the oldest that no worker has; null when there is none. Workers do not wait for each other. */
    Uni<PendingReview> claim(Duration lease) {
        Instant now = Instant.now();
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                select * from pending_review where leased_until <= ?1
                                order by submitted_at limit 1 for update skip locked""", PendingReview.class)
                        .setParameter(1, now)
                        .getSingleResultOrNull())
                .invoke(review -> {
                    if (review != null) {
                        review.leaseUntil(now.plus(lease));
                    }
                });
    }

    /** Those of earlier revisions that wait, oldest first; no worker takes one of them until the caller's commit. */
    Uni<List<PendingReview>> before(UUID subjectId, long revision) {
        return find("subjectId = ?1 and subjectRevision < ?2 order by subjectRevision", subjectId, revision)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Whether a later revision waits or is decided. */
    Uni<Boolean> isReplaced(UUID subjectId, long revision) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select exists (
                                        select 1 from pending_review where subject_id = ?1 and subject_revision > ?2)
                                    or exists (
                                        select 1 from decision where subject_id = ?1 and subject_revision > ?2)""", Boolean.class)
                .setParameter(1, subjectId)
                .setParameter(2, revision)
                .getSingleResult());
    }
}
