package io.cofound.community.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.privacy.ErasureAcknowledged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Who has acknowledged which erasure, and who is awaited. */
@ApplicationScoped
class AcknowledgementRepository {

    /** Those that acknowledged already stay. */
    Uni<Void> await(UUID erasureId, List<String> services) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into erasure_acknowledgement (erasure_id, service)
                                select ?1, unnest(string_to_array(?2, ',')) on conflict do nothing""")
                        .setParameter(1, erasureId)
                        .setParameter(2, String.join(",", services))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The first one of a service counts. */
    Uni<Void> add(ErasureAcknowledged acknowledgement) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into erasure_acknowledgement (erasure_id, service, acknowledged_at)
                                values (?1, ?2, ?3) on conflict (erasure_id, service) do update
                                set acknowledged_at =
                                    coalesce(erasure_acknowledgement.acknowledged_at, excluded.acknowledged_at)""")
                        .setParameter(1, acknowledgement.erasureId())
                        .setParameter(2, acknowledgement.service())
                        .setParameter(3, acknowledgement.acknowledgedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Boolean> isAnyAwaited(UUID erasureId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from erasure_acknowledgement where erasure_id = ?1 and acknowledged_at is null",
                                Long.class)
                        .setParameter(1, erasureId)
                        .getSingleResult())
                .map(awaited -> awaited > 0);
    }

    /** For each erasure, when each service acknowledged; null while it is awaited. */
    Uni<Map<UUID, Map<String, Instant>>> of(List<UUID> erasureIds) {
        if (erasureIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select erasure_id, service, acknowledged_at
                                from erasure_acknowledgement where erasure_id in (?1)""", Object[].class)
                        .setParameter(1, erasureIds)
                        .getResultList())
                .map(rows -> {
                    Map<UUID, Map<String, Instant>> byErasure = new HashMap<>();
                    rows.forEach(row -> byErasure
                            .computeIfAbsent((UUID) row[0], id -> new TreeMap<>())
                            .put((String) row[1], row[2] == null ? null : ((OffsetDateTime) row[2]).toInstant()));
                    return byErasure;
                });
    }
}
