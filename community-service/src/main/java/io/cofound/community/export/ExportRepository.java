package io.cofound.community.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.community.export.ExportView.Progress;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class ExportRepository implements PanacheRepositoryBase<Export, UUID> {

    /** The member's last one that has not expired; null when there is none. */
    Uni<Export> latest(UUID memberId) {
        return find(
                        "memberId = ?1 and (expiresAt is null or expiresAt > ?2) order by requestedAt desc",
                        memberId,
                        Instant.now())
                .range(0, 0)
                .firstResult();
    }

    Uni<List<Export>> all(UUID memberId) {
        return list("memberId = ?1 order by requestedAt", memberId);
    }

    Uni<Integer> await(UUID exportId, List<String> services) {
        return getSession().chain(session -> session.createNativeQuery("""
                                insert into export_share (export_id, service, received)
                                select ?1, unnest(string_to_array(?2, ',')), 0""")
                .setParameter(1, exportId)
                .setParameter(2, String.join(",", services))
                .executeUpdate());
    }

    Uni<Map<String, Progress>> progress(UUID exportId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select service, coalesce(received >= expected, false) from export_share where export_id = ?1",
                                Object[].class)
                        .setParameter(1, exportId)
                        .getResultList())
                .map(rows -> {
                    Map<String, Progress> progress = new TreeMap<>();
                    rows.forEach(row ->
                            progress.put((String) row[0], (Boolean) row[1] ? Progress.GATHERED : Progress.WAITING));
                    return progress;
                });
    }

    /** False when that piece is there already. */
    Uni<Boolean> keep(UUID exportId, String service, int number, String name, String items) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into export_piece (export_id, service, number, name, items)
                                values (?1, ?2, ?3, ?4, ?5) on conflict do nothing""")
                        .setParameter(1, exportId)
                        .setParameter(2, service)
                        .setParameter(3, number)
                        .setParameter(4, name)
                        .setParameter(5, items)
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Counts one piece more; a service that nobody named beforehand is awaited from now on. */
    Uni<Integer> count(UUID exportId, String service, int expected) {
        return getSession().chain(session -> session.createNativeQuery("""
                                insert into export_share (export_id, service, expected, received)
                                values (?1, ?2, ?3, 1)
                                on conflict (export_id, service) do update
                                set expected = excluded.expected, received = export_share.received + 1""")
                .setParameter(1, exportId)
                .setParameter(2, service)
                .setParameter(3, expected)
                .executeUpdate());
    }

    /** Up to a hundred for which somebody was waited long enough, locked; others are at the rest. */
    Uni<List<Export>> overdue(Instant requestedBefore) {
        return getSession().chain(session -> session.createNativeQuery("""
                                select * from export where state = 'GATHERING' and requested_at < ?1
                                order by requested_at limit 100 for update skip locked""", Export.class)
                .setParameter(1, requestedBefore)
                .getResultList());
    }

    Uni<Long> deleteExpired() {
        return delete("expiresAt < ?1", Instant.now());
    }

    Uni<Long> deleteUntil(UUID memberId, Instant until) {
        return delete("memberId = ?1 and requestedAt <= ?2", memberId, until);
    }
}
