package io.cofound.community.trust;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class TrustRepository implements PanacheRepositoryBase<Trust, UUID> {

    /** Safe against two first signals at once. */
    Uni<Trust> lockOrAdd(UUID memberId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "insert into trust (member_id, revision, level) values (?1, 0, 0) on conflict do nothing")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .chain(() -> findById(memberId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locked; leaves out those that another instance has in work. */
    Uni<List<Trust>> lockDue(Instant now, int limit) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select * from trust where review_at <= ?1 order by review_at limit ?2
                                for update skip locked""", Trust.class)
                .setParameter(1, now)
                .setParameter(2, limit)
                .getResultList());
    }
}
