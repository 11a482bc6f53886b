package io.cofound.content.reading;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toSet;

/** Who agreed to be recommended things by what they read. Every method joins the caller's transaction. */
@ApplicationScoped
class Consents {

    record ConsentCopy(boolean recommendation, Instant changedAt) {}

    /** Nothing happens where a later revision is known. */
    Uni<Void> keep(ConsentsChanged consents) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into reading_consent as known (member_id, revision, given, changed_at)
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

    /**
     * Those of the members who agree. Neither a withdrawal nor an erasure of one of them gets past the caller's
     * transaction.
     */
    Uni<Set<UUID>> hold(Collection<UUID> memberIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select member_id from reading_consent where member_id = any(?1) and given
                                order by member_id for share""", UUID.class)
                        .setParameter(1, memberIds.toArray(UUID[]::new))
                        .getResultList())
                .map(found -> found.stream().collect(toSet()));
    }

    Uni<List<ConsentCopy>> of(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select given, changed_at from reading_consent where member_id = ?1", Object[].class)
                        .setParameter(1, memberId)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new ConsentCopy((boolean) row[0], ReadingRepository.instant(row[1])))
                        .toList());
    }

    Uni<Void> remove(UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from reading_consent where member_id = ?1 and changed_at <= ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
