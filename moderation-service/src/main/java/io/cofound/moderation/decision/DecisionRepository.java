package io.cofound.moderation.decision;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class DecisionRepository implements PanacheRepositoryBase<Decision, UUID> {

    /** SQL for a classification that quotes nothing; labels, scores and clauses stay. */
    static final String WITHOUT_EVIDENCE = """
            jsonb_set(classification::jsonb, '{reasons}', (
                select coalesce(jsonb_agg(jsonb_set(reason, '{evidence}', '""') order by position), '[]')
                from jsonb_array_elements(classification::jsonb -> 'reasons')
                    with ordinality as reasons (reason, position)))::text""";

    private static final ClassificationConverter JSON = new ClassificationConverter();

    /** False when that revision was decided before, by whomever and however. */
    Uni<Boolean> addIfNew(Decision decision) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into decision (id, subject_kind, subject_id, subject_revision, community_id,
                                    author_id, label, action, rung, classification, decided_at, trust_level,
                                    submitted_at, ruling, language, text, duration_millis, cost_micros)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17,
                                    nullif(?18, -1))
                                on conflict do nothing""")
                        .setParameter(1, decision.id)
                        .setParameter(2, decision.subjectKind.name())
                        .setParameter(3, decision.subjectId)
                        .setParameter(4, decision.subjectRevision)
                        .setParameter(5, decision.communityId)
                        .setParameter(6, decision.authorId)
                        .setParameter(7, decision.label.name())
                        .setParameter(8, decision.action.name())
                        .setParameter(9, decision.rung.name())
                        .setParameter(10, JSON.convertToDatabaseColumn(decision.classification))
                        .setParameter(11, decision.decidedAt)
                        .setParameter(12, decision.trustLevel)
                        .setParameter(13, decision.submittedAt)
                        .setParameter(14, decision.ruling)
                        .setParameter(15, decision.language)
                        .setParameter(16, decision.text)
                        .setParameter(17, decision.effort.millis())
                        .setParameter(18, Objects.requireNonNullElse(decision.effort.costMicros(), -1L))
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** Null if there is no such decision. */
    Uni<UUID> subjectOf(UUID id) {
        return getSession()
                .chain(session -> session.createQuery("select subjectId from Decision where id = ?1", UUID.class)
                        .setParameter(1, id)
                        .getSingleResultOrNull());
    }

    /** On the subject's highest revision; null if none is decided. */
    Uni<Decision> latestOf(UUID subjectId) {
        return find("subjectId = ?1 order by subjectRevision desc", subjectId).firstResult();
    }

    /** On the highest revision that others ever saw; null if they never saw one. */
    Uni<Decision> lastShownOf(UUID subjectId) {
        return find("""
                        from Decision d where d.subjectId = ?1
                            and exists (select 1 from Ruling r where r.decisionId = d.id and r.action = PUBLISH)
                        order by d.subjectRevision desc""", subjectId).firstResult();
    }

    /** Of what was replaced before anybody saw it no text is kept; what others saw may be shown again on an appeal. */
    Uni<Void> forgetUnseenTexts(UUID subjectId, long lastRevision) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update decision set text = null
                                where subject_id = ?1 and subject_revision <= ?2 and text is not null
                                    and not exists (select from ruling
                                        where ruling.decision_id = decision.id and ruling.action = 'PUBLISH')""")
                        .setParameter(1, subjectId)
                        .setParameter(2, lastRevision)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Where it was moved, those who moderate there see to it. */
    Uni<Void> move(UUID subjectId, UUID communityId) {
        return update("communityId = ?2 where subjectId = ?1 and communityId <> ?2", subjectId, communityId)
                .replaceWithVoid();
    }

    /** Of what is gone or replaced no text is kept. */
    Uni<Void> forgetTexts(UUID subjectId, long lastRevision) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update decision set text = null
                                where subject_id = ?1 and subject_revision <= ?2 and text is not null""")
                        .setParameter(1, subjectId)
                        .setParameter(2, lastRevision)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /**
     * Empties what decisions on an author's texts from that time or before quote, and the texts; labels, scores and
     * clauses stay. Joins the caller's transaction.
     *
     * @return ids of those decisions
     */
    Uni<List<UUID>> removeWords(UUID authorId, Instant until) {
        return getSession().chain(session -> session.createNativeQuery("""
                                update decision set text = null, classification = %s
                                where author_id = ?1 and submitted_at <= ?2
                                returning id""".formatted(WITHOUT_EVIDENCE), UUID.class)
                .setParameter(1, authorId)
                .setParameter(2, until)
                .getResultList());
    }
}
