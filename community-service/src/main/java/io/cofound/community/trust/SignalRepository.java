package io.cofound.community.trust;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

@ApplicationScoped
class SignalRepository implements PanacheRepositoryBase<TrustSignal, TrustSignal.Key> {

    /** Keeps it unless a later word about the same subject is known, so that the order of arrival does not matter. */
    Uni<Void> put(UUID memberId, Signal signal) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trust_signal as known
                                    (member_id, matter, subject_id, kind, revision, told_at, occurred_at)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                                on conflict (member_id, matter, subject_id) do update
                                set kind = excluded.kind, revision = excluded.revision,
                                    told_at = excluded.told_at, occurred_at = excluded.occurred_at
                                where (excluded.revision, excluded.told_at) > (known.revision, known.told_at)""")
                        .setParameter(1, memberId)
                        .setParameter(2, signal.kind().matter().name())
                        .setParameter(3, signal.subjectId())
                        .setParameter(4, signal.kind().name())
                        .setParameter(5, signal.revision())
                        .setParameter(6, signal.toldAt())
                        .setParameter(7, signal.occurredAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<List<Signal>> of(UUID memberId) {
        return list("key.memberId", memberId)
                .map(rows -> rows.stream().map(TrustSignal::signal).toList());
    }

    /** By member; members without any are left out. */
    Uni<Map<UUID, List<Signal>>> of(Collection<UUID> memberIds) {
        return list("key.memberId in ?1", memberIds).map(rows -> rows.stream()
                .collect(groupingBy(row -> row.key.memberId(), mapping(TrustSignal::signal, toList()))));
    }

    Uni<Long> deleteOf(UUID memberId) {
        return delete("key.memberId", memberId);
    }
}
