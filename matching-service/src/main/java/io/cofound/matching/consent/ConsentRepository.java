package io.cofound.matching.consent;

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
                                insert into recommendation_consent (member_id, revision, given) values (?1, ?2, ?3)
                                on conflict (member_id) do update set revision = excluded.revision, given = excluded.given
                                where recommendation_consent.revision < excluded.revision""")
                        .setParameter(1, consents.memberId())
                        .setParameter(2, consents.revision())
                        .setParameter(3, consents.recommendation())
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

    Uni<Void> delete(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from recommendation_consent where member_id = ?1")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
