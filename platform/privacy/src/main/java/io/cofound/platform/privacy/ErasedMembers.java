package io.cofound.platform.privacy;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Whom this service has forgotten. Every method joins the caller's transaction. */
@ApplicationScoped
public class ErasedMembers {

    /** Whether something of the member from that time is to be dropped, as it came after the erasure. */
    public Uni<Boolean> isErased(UUID memberId, Instant writtenAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from erased_member where member_id = ?1 and erased_at >= ?2",
                                Long.class)
                        .setParameter(1, memberId)
                        .setParameter(2, writtenAt)
                        .getSingleResult())
                .map(count -> count > 0);
    }

    Uni<Void> add(UUID memberId, Instant erasedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into erased_member (member_id, erased_at) values (?1, ?2)
                                on conflict (member_id) do update set erased_at = excluded.erased_at""")
                        .setParameter(1, memberId)
                        .setParameter(2, erasedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
