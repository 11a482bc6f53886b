package io.cofound.moderation.queue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ReportCause;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

import static java.util.stream.Collectors.toMap;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<ReportedText, UUID> {

    /** Of each reporter the latest that joined the case: whoever reports again what was edited counts once. */
    private static final String LATEST_OF_EACH = """
            from ReportedText r where r.caseId = ?1 and not exists (select 1 from ReportedText later
                where later.caseId = ?1 and later.reporterId = r.reporterId and later.id > r.id)""";

    /** Those about something of which others saw nothing that was judged when they came. */
    Uni<List<ReportedText>> waitingFor(UUID subjectId) {
        return list("subjectId = ?1 and caseId is null and decisionId is null order by reportedAt", subjectId);
    }

    /** Whether the member reported it, in whichever revision. */
    Uni<Boolean> isBy(UUID subjectId, UUID memberId) {
        return count("subjectId = ?1 and reporterId = ?2", subjectId, memberId).map(count -> count > 0);
    }

    /** The first that joined a case, those with a note before the others; what more say is known by then. */
    Uni<List<ReportedText>> first(UUID caseId, int most) {
        return find(LATEST_OF_EACH + " order by case when r.note is null then 1 else 0 end, r.reportedAt, r.id", caseId)
                .page(0, most)
                .list();
    }

    /** How many members reported what a case is about, by what they say of it. */
    Uni<Map<ReportCause, Long>> count(UUID caseId) {
        return getSession()
                .chain(session -> session.createQuery(
                                "select r.cause, count(*) " + LATEST_OF_EACH + " group by r.cause", Object[].class)
                        .setParameter(1, caseId)
                        .getResultList())
                .map(rows -> rows.stream().collect(toMap(row -> (ReportCause) row[0], row -> (Long) row[1])));
    }

    /**
     * Those that joined any case about the decision, or were answered by it, and do not stand as the ruling says. No report
     * is both; asked in one, PostgreSQL reads all that there are.
     */
    Uni<List<ReportedText>> about(UUID decisionId, boolean upheld) {
        return list(
                        "upheld = ?2 and caseId in (select c.id from ModerationCase c where c.decisionId = ?1)",
                        decisionId,
                        upheld)
                .chain(joined -> list("upheld = ?2 and decisionId = ?1", decisionId, upheld)
                        .map(answered -> Stream.concat(joined.stream(), answered.stream())
                                .toList()));
    }
}
