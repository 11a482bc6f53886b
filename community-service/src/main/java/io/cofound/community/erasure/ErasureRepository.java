package io.cofound.community.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<Erasure, UUID> {

    /** Lets one request of a member through at a time, also of one whom no table knows. Joins the caller's transaction. */
    Uni<Void> awaitTurn(UUID memberId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from pg_advisory_xact_lock(hashtextextended('ledger ' || ?1, 0))",
                                Long.class)
                        .setParameter(1, memberId.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Null when the member never asked to be erased. */
    Uni<Erasure> latest(UUID memberId) {
        return find("memberId = ?1 order by requestedAt desc", memberId)
                .range(0, 0)
                .firstResult();
    }

    /** Whether the member is still as the erasure left it. */
    Uni<Boolean> isUntouchedSince(Erasure erasure) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from member where id = ?1 and revision > ?2", Long.class)
                        .setParameter(1, erasure.memberId)
                        .setParameter(2, erasure.memberRevision)
                        .getSingleResult())
                .map(newer -> newer == 0);
    }

    /** For a ledger that was lost with the database and is read from the topic again; what is there stays as it is. */
    Uni<Integer> restore(ErasureRequested request) {
        return getSession().chain(session -> session.createNativeQuery("""
                                insert into erasure (id, member_id, member_revision, public_content, requested_at, asked_at)
                                values (?1, ?2, ?3, ?4, ?5, ?5) on conflict do nothing""")
                .setParameter(1, request.erasureId())
                .setParameter(2, request.memberId())
                .setParameter(3, request.memberRevision())
                .setParameter(4, request.publicContent().name())
                .setParameter(5, request.requestedAt())
                .executeUpdate());
    }

    /** Latest first. */
    Uni<List<Erasure>> latest(ErasureState state, PageRequest page) {
        Parameters parameters = new Parameters();
        String where =
                switch (state) {
                    case null -> "true";
                    case ERASING -> "completedAt is null";
                    case COMPLETED -> "completedAt is not null";
                };
        if (page.after().isPresent()) {
            where += " and (requestedAt, id) < (:at, :id)";
            parameters
                    .and("at", page.after().get().at())
                    .and("id", page.after().get().id());
        }
        return find(where + " order by requestedAt desc, id desc", parameters)
                .range(0, page.fetchSize() - 1)
                .list();
    }

    Uni<Long> countOverdue(Instant requestedBefore) {
        return count("completedAt is null and requestedAt < ?1", requestedBefore);
    }

    /** Up to a hundred that nobody was asked about since then, locked; others are at the rest. */
    Uni<List<Erasure>> unansweredSince(Instant askedBefore) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select * from erasure where completed_at is null and asked_at < ?1
                                order by requested_at desc, id desc limit 100 for update skip locked""", Erasure.class)
                .setParameter(1, askedBefore)
                .getResultList());
    }
}
