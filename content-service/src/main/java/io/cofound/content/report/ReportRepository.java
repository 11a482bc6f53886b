package io.cofound.content.report;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.SubjectKind;
import io.cofound.platform.web.paging.PageRequest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Every method joins the caller's transaction or session. */
@ApplicationScoped
class ReportRepository {

    private static final String SELECT =
            "select id, subject_kind, subject_id, post_id, cause, note, reported_at from report ";

    /**
     * False where the member reported the same text of it before.
     *
     * @param shownRevision which of its texts others see; null while they see none
     */
    Uni<Boolean> add(ContentReported report, Long shownRevision) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into report (id, subject_kind, subject_id, post_id, community_id, reporter_id,
                                    author_id, cause, note, reported_at, shown_revision)
                                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as text), ?10,
                                    cast(?11 as bigint))
                                on conflict (reporter_id, subject_kind, subject_id, shown_revision) do nothing""")
                        .setParameter(1, report.reportId())
                        .setParameter(2, report.subjectKind().name())
                        .setParameter(3, report.subjectId())
                        .setParameter(4, report.postId())
                        .setParameter(5, report.communityId())
                        .setParameter(6, report.reporterId())
                        .setParameter(7, report.authorId())
                        .setParameter(8, report.cause().name())
                        .setParameter(9, report.note())
                        .setParameter(10, report.reportedAt())
                        .setParameter(11, shownRevision)
                        .executeUpdate())
                .map(added -> added == 1);
    }

    /** The one about the text that others see now. */
    Uni<ReportView> of(UUID reporterId, Subject subject) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT + "where reporter_id = ?1 and subject_kind = ?2 and subject_id = ?3"
                                        + " and shown_revision is not distinct from cast(?4 as bigint)",
                                Object[].class)
                        .setParameter(1, reporterId)
                        .setParameter(2, subject.kind().name())
                        .setParameter(3, subject.id())
                        .setParameter(4, subject.shownRevision())
                        .getSingleResult())
                .map(ReportRepository::view);
    }

    Uni<List<ReportView>> of(UUID reporterId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                SELECT + "where reporter_id = ?1 order by reported_at", Object[].class)
                        .setParameter(1, reporterId)
                        .getResultList())
                .map(rows -> rows.stream().map(ReportRepository::view).toList());
    }

    Uni<List<ReportView>> inCommunity(UUID communityId, PageRequest page) {
        String after = page.after().isPresent() ? "and (reported_at, id) < (:at, :id) " : "";
        return Panache.getSession()
                .chain(session -> {
                    var query = session.createNativeQuery(
                                    SELECT + "where community_id = :community " + after
                                            + "order by reported_at desc, id desc",
                                    Object[].class)
                            .setParameter("community", communityId)
                            .setMaxResults(page.fetchSize());
                    page.after().ifPresent(cursor -> query.setParameter("at", cursor.at())
                            .setParameter("id", cursor.id()));
                    return query.getResultList();
                })
                .map(rows -> rows.stream().map(ReportRepository::view).toList());
    }

    /** The reports that went. */
    Uni<List<UUID>> removeOf(UUID reporterId, Instant until) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "delete from report where reporter_id = ?1 and reported_at <= ?2 returning id", UUID.class)
                .setParameter(1, reporterId)
                .setParameter(2, until)
                .getResultList());
    }

    private static ReportView view(Object[] row) {
        return new ReportView(
                (UUID) row[0],
                SubjectKind.valueOf((String) row[1]),
                (UUID) row[2],
                (UUID) row[3],
                ReportCause.valueOf((String) row[4]),
                (String) row[5],
                ((OffsetDateTime) row[6]).toInstant());
    }
}
