package io.cofound.moderation.author;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.community.ConsentsChanged;
import io.cofound.contracts.community.TrustChanged;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class AuthorRepository {

    /** Nothing happens where a later revision is known. */
    Uni<Void> keep(ConsentsChanged consents) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into external_processing_consent as known (member_id, revision, given, changed_at)
                                values (?1, ?2, ?3, ?4)
                                on conflict (member_id) do update set revision = excluded.revision,
                                    given = excluded.given, changed_at = excluded.changed_at
                                where known.revision < excluded.revision""")
                        .setParameter(1, consents.memberId())
                        .setParameter(2, consents.revision())
                        .setParameter(3, consents.externalProcessing())
                        .setParameter(4, consents.changedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing happens where a later revision is known. */
    Uni<Void> keep(TrustChanged trust) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into trust as known (member_id, revision, level, changed_at)
                                values (?1, ?2, ?3, ?4)
                                on conflict (member_id) do update set revision = excluded.revision,
                                    level = excluded.level, changed_at = excluded.changed_at
                                where known.revision < excluded.revision""")
                        .setParameter(1, trust.memberId())
                        .setParameter(2, trust.revision())
                        .setParameter(3, trust.level())
                        .setParameter(4, trust.changedAt())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing happens where a later revision is known. */
    Uni<Void> keepLanguage(UUID memberId, long revision, String language, Instant changedAt) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into preferred_language as known (member_id, revision, language, changed_at)
                                values (?1, ?2, ?3, ?4)
                                on conflict (member_id) do update set revision = excluded.revision,
                                    language = excluded.language, changed_at = excluded.changed_at
                                where known.revision < excluded.revision""")
                        .setParameter(1, memberId)
                        .setParameter(2, revision)
                        .setParameter(3, language)
                        .setParameter(4, changedAt)
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Author> get(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                select coalesce((select given from external_processing_consent where member_id = ?1), false),
                                    coalesce((select level from trust where member_id = ?1), 0),
                                    (select language from preferred_language where member_id = ?1)""", Object[].class)
                        .setParameter(1, memberId)
                        .getSingleResult())
                .map(row -> new Author((boolean) row[0], (int) row[1], (String) row[2]));
    }

    /** Forgets what is from that time or before. */
    Uni<Void> delete(UUID memberId, Instant until) {
        return deleteFrom("external_processing_consent", memberId, until)
                .chain(() -> deleteFrom("trust", memberId, until))
                .chain(() -> deleteFrom("preferred_language", memberId, until));
    }

    private static Uni<Void> deleteFrom(String table, UUID memberId, Instant until) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from " + table + " where member_id = ?1 and changed_at <= ?2")
                        .setParameter(1, memberId)
                        .setParameter(2, until)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
