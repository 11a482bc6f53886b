package io.cofound.moderation.decision;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** What is gone before it was judged. Every method joins the caller's transaction. */
@ApplicationScoped
class RemovalRepository {

    /** Removal and submission are in no order, as they have different keys; this lets one wait for the other's commit. */
    Uni<Void> takeTurns(UUID subjectId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                        .setParameter(1, subjectId.toString())
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<Void> note(UUID subjectId, long revision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into removed_subject (subject_id, revision) values (?1, ?2)
                                on conflict (subject_id) do update
                                set revision = greatest(removed_subject.revision, excluded.revision)""")
                        .setParameter(1, subjectId)
                        .setParameter(2, revision)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** What others see again at a later revision is not gone. */
    Uni<Void> restore(UUID subjectId, long revision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "delete from removed_subject where subject_id = ?1 and revision < ?2")
                        .setParameter(1, subjectId)
                        .setParameter(2, revision)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Whether it was removed at this revision or a later one. */
    Uni<Boolean> isRemoved(UUID subjectId, long revision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select count(*) from removed_subject where subject_id = ?1 and revision >= ?2",
                                Long.class)
                        .setParameter(1, subjectId)
                        .setParameter(2, revision)
                        .getSingleResult())
                .map(count -> count > 0);
    }
}
