package io.cofound.moderation.queue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<ReportedText, UUID> {

    /** Those about something that was not judged when they came. */
    Uni<List<ReportedText>> waitingFor(UUID subjectId) {
        return list("subjectId = ?1 and caseId is null order by reportedAt", subjectId);
    }

    Uni<List<ReportedText>> of(UUID caseId) {
        return list("caseId = ?1 order by reportedAt, id", caseId);
    }

    /** Those that joined any case about the decision and do not stand as the ruling says. */
    Uni<List<ReportedText>> about(UUID decisionId, boolean upheld) {
        return list(
                "upheld = ?2 and caseId in (select c.id from ModerationCase c where c.decisionId = ?1)",
                decisionId,
                upheld);
    }
}
