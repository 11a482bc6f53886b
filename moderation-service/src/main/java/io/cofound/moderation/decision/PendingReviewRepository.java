package io.cofound.moderation.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

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
}
