package io.cofound.matching.consent;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class ConsentRepository {

    /** Nothing happens where a later revision is known. */
    Uni<Void> keep(ConsentsChanged consents) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into recommendation_consent as known (member_id, revision, given, changed_at)
                                values (?1, ?2, ?3, ?4)
                                on conflict (member_id) do update set revision = excluded.revision,
                                    given = excluded.given, changed_at = excluded.changed_at
                                where known.revision < excluded.revision""")
                        .setParameter(1, consents.memberId())
                        .setParameter(2, consents.revision())
                        .setParameter(3, consents.recommendation())
                        .setParameter(4, consents.changedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Boolean> isGiven(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select given from recommendation_consent where member_id = ?1", Boolean.class)
                        .setParameter(1, memberId)
                        .getSingleResultOrNull())
                .map(Boolean.TRUE::equals);
    }

    /** Forgets what is from that time or before. */
    Uni<Void> delete(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from recommendation_consent where member_id = ?1 and changed_at <= ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
