package io.cofound.moderation.decision;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

@ApplicationScoped
class RulingRepository implements PanacheRepositoryBase<Ruling, UUID> {

    /** Oldest first. */
    Uni<List<Ruling>> of(UUID decisionId) {
        return list("decisionId = ?1 order by number", decisionId);
    }

    Uni<Ruling> of(UUID decisionId, long number) {
        return find("decisionId = ?1 and number = ?2", decisionId, number).singleResult();
    }

    Uni<Boolean> isBy(UUID decisionId, UUID memberId) {
        return count("decisionId = ?1 and madeBy = ?2", decisionId, memberId).map(count -> count > 0);
    }

    /** Empties what the rulings quote and say of those texts. Joins the caller's transaction. */
    Uni<Void> removeWords(List<UUID> decisionIds) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update ruling set reason = null, classification = %s
                                where decision_id = any (?1)""".formatted(DecisionRepository.WITHOUT_EVIDENCE))
                        .setParameter(1, decisionIds.toArray(UUID[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
