package io.cofound.community.churn;

import java.util.Collection;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.contracts.community.ConsentsChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who wants the own behaviour analysed. Every method joins the caller's transaction. */
@ApplicationScoped
class AnalyticsConsents {

    record AnalyticsConsent(boolean granted) {}

    private static final String PUT = """
            insert into analytics_consent as known (member_id, revision, granted)
            select "memberId", revision, analytics
            from jsonb_to_recordset(cast(cast(?1 as text) as jsonb)) as c("memberId" uuid, revision bigint,
                analytics boolean, "changedAt" timestamptz)
            where not exists (
                select from erased_member e where e.member_id = c."memberId" and e.erased_at >= c."changedAt")
            order by 1
            on conflict (member_id) do update set revision = excluded.revision, granted = excluded.granted
            where known.revision < excluded.revision""";

    private final ObjectMapper json;

    AnalyticsConsents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * An older answer never replaces a newer one, and an erased member's is dropped.
     *
     * @param consents no two of one member
     */
    Uni<Void> put(Collection<ConsentsChanged> consents) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(PUT)
                        .setParameter(1, asJson(consents))
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

    private String asJson(Collection<ConsentsChanged> consents) {
        try {
            return json.writeValueAsString(consents);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("consents are plain values", e);
        }
    }
}
