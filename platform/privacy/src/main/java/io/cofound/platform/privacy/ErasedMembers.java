package io.cofound.platform.privacy;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Whom this service has forgotten. Every method joins the caller's transaction and makes it wait for an erasure of the
 * same member: what comes is either there before the erasure and erased by it, or asks after it and is dropped.
 */
@ApplicationScoped
public class ErasedMembers {

    /**
     * Whether something of the member from that time is to be dropped, as it came after the erasure. To be asked before
     * anything of the member is locked.
     */
    public Uni<Boolean> isErased(UUID memberId, Instant writtenAt) {
        return Panache.getSession()
                .chain(session -> awaitTurn(session, "pg_advisory_xact_lock_shared", memberId)
                        .chain(() -> session.createNativeQuery(
                                        "select count(*) from erased_member where member_id = ?1 and erased_at >= ?2",
                                        Long.class)
                                .setParameter(1, memberId)
                                .setParameter(2, writtenAt)
                                .getSingleResult()))
                .map(count -> count > 0);
    }

    Uni<Void> add(UUID memberId, Instant erasedAt) {
        return Panache.getSession()
                .chain(session -> awaitTurn(session, "pg_advisory_xact_lock", memberId)
                        .chain(() -> session.createNativeQuery("""
                                        insert into erased_member (member_id, erased_at) values (?1, ?2)
                                        on conflict (member_id) do update
                                        set erased_at = greatest(erased_member.erased_at, excluded.erased_at)""")
                                .setParameter(1, memberId)
                                .setParameter(2, erasedAt)
                                .executeUpdate()))
                .replaceWithVoid();
    }

    /** A statement of its own, since what the next one sees is decided when it starts. */
    private static Uni<Long> awaitTurn(Session session, String lock, UUID memberId) {
        return session.createNativeQuery(
                        "select count(*) from " + lock + "(hashtextextended('erasure ' || ?1, 0))", Long.class)
                .setParameter(1, memberId.toString())
                .getSingleResult();
    }
}
