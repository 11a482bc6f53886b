package io.cofound.community.churn;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who wants the own behaviour analysed. Every method joins the caller's transaction. */
@ApplicationScoped
class AnalyticsConsents {

    record AnalyticsConsent(boolean granted) {}

    /** An older answer never replaces a newer one, and an erased member's is dropped. */
    Uni<Void> put(ConsentsChanged consents) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into analytics_consent as known (member_id, revision, granted)
                                select ?1, ?2, ?3
                                where not exists (select from erased_member where member_id = ?1 and erased_at >= ?4)
                                on conflict (member_id) do update
                                set revision = excluded.revision, granted = excluded.granted
                                where known.revision < excluded.revision""")
                        .setParameter(1, consents.memberId())
                        .setParameter(2, consents.revision())
                        .setParameter(3, consents.analytics())
                        .setParameter(4, consents.changedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Null where nothing was ever answered. */
    Uni<AnalyticsConsent> of(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select granted from analytics_consent where member_id = ?1", Boolean.class)
                        .setParameter(1, memberId)
                        .getSingleResultOrNull())
                .map(granted -> granted == null ? null : new AnalyticsConsent(granted));
    }

    Uni<Void> delete(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from analytics_consent where member_id = ?1")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
