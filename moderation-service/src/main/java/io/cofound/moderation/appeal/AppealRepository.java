package io.cofound.moderation.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class AppealRepository implements PanacheRepositoryBase<Appeal, UUID> {

    /** Null if there is none. */
    Uni<Appeal> against(UUID decisionId, long ruling) {
        return find("decisionId = ?1 and ruling = ?2", decisionId, ruling).firstResult();
    }

    /** The appeal that a case was opened for, if it is open; null otherwise. */
    Uni<Appeal> lockOpen(UUID caseId) {
        return find("caseId = ?1 and state = OPEN", caseId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** Where something was moved, those who moderate there may read what was appealed. */
    Uni<Void> move(UUID subjectId, UUID communityId) {
        return update("communityId = ?2 where subjectId = ?1 and communityId <> ?2", subjectId, communityId)
                .replaceWithVoid();
    }

    /** Empties the appeals of an author from that time or before. */
    Uni<List<UUID>> removeWords(UUID authorId, Instant until) {
        return getSession().chain(session -> session.createNativeQuery(
                        "update appeal set text = '' where author_id = ?1 and filed_at <= ?2 returning id", UUID.class)
                .setParameter(1, authorId)
                .setParameter(2, until)
                .getResultList());
    }
}
