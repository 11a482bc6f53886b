package io.cofound.moderation.author;

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
                                insert into author (member_id, consent_revision, external_processing) values (?1, ?2, ?3)
                                on conflict (member_id) do update set consent_revision = excluded.consent_revision,
                                    external_processing = excluded.external_processing
                                where author.consent_revision < excluded.consent_revision""")
                        .setParameter(1, consents.memberId())
                        .setParameter(2, consents.revision())
                        .setParameter(3, consents.externalProcessing())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Nothing happens where a later revision is known. */
    Uni<Void> keep(TrustChanged trust) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into author (member_id, trust_revision, trust_level) values (?1, ?2, ?3)
                                on conflict (member_id) do update set trust_revision = excluded.trust_revision,
                                    trust_level = excluded.trust_level
                                where author.trust_revision < excluded.trust_revision""")
                        .setParameter(1, trust.memberId())
                        .setParameter(2, trust.revision())
                        .setParameter(3, trust.level())
                        .executeUpdate())
                .replaceWithVoid();
    }

    Uni<Author> get(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select external_processing, trust_level from author where member_id = ?1",
                                Object[].class)
                        .setParameter(1, memberId)
                        .getSingleResultOrNull())
                .map(row -> row == null ? Author.UNKNOWN : new Author((boolean) row[0], (int) row[1]));
    }

    Uni<Void> delete(UUID memberId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from author where member_id = ?1")
                        .setParameter(1, memberId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
