package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.privacy.ErasureRequested;
import io.cofound.contracts.privacy.PublicContent;
import io.cofound.platform.privacy.PersonalData;
import io.cofound.platform.privacy.PersonalData.Holding;
import io.smallrye.mutiny.Uni;

/**
 * Cases about a member's texts, the member's reports, and what the member did as a moderator. Ids and outcomes stay, since
 * moderation is to be accounted for; texts, pleas and notes go.
 */
@ApplicationScoped
class CasePersonalData implements PersonalData {

    record OwnCase(
            UUID id, CaseKind kind, UUID subjectId, CaseState.Name state, String text, String plea, Instant openedAt) {

        static OwnCase of(ModerationCase found) {
            return new OwnCase(
                    found.id,
                    found.kind,
                    found.subjectId,
                    found.state().name(),
                    found.text,
                    found.plea,
                    found.openedAt);
        }
    }

    record OwnReport(UUID id, UUID subjectId, ReportCause cause, String note, boolean upheld, Instant reportedAt) {

        static OwnReport of(ReportedText report) {
            return new OwnReport(
                    report.id, report.subjectId, report.cause, report.note, report.upheld, report.reportedAt);
        }
    }

    private final CaseRepository cases;
    private final ReportRepository reports;
    private final NoteRepository notes;
    private final CaseFollowers followers;

    CasePersonalData(CaseRepository cases, ReportRepository reports, NoteRepository notes, CaseFollowers followers) {
        this.cases = cases;
        this.reports = reports;
        this.notes = notes;
        this.followers = followers;
    }

    @Override
    public Uni<List<Holding>> export(UUID memberId) {
        return cases.list("authorId = ?1 order by openedAt", memberId).chain(about -> reports.list(
                        "reporterId = ?1 order by reportedAt", memberId)
                .chain(filed -> notes.list("writerId = ?1 order by writtenAt", memberId)
                        .map(written -> List.of(
                                new Holding(
                                        "moderation-cases",
                                        about.stream().map(OwnCase::of).toList()),
                                new Holding(
                                        "reports-in-moderation",
                                        filed.stream().map(OwnReport::of).toList()),
                                new Holding(
                                        "case-notes",
                                        written.stream()
                                                .map(NoteService.View::of)
                                                .toList())))));
    }

    @Override
    public Uni<Void> erase(ErasureRequested request) {
        return eraseAuthor(request).chain(() -> eraseReporter(request)).chain(() -> eraseModerator(request));
    }

    /** What others reported and still see has to be looked at, whoever wrote it: by then nobody. */
    private Uni<Void> eraseAuthor(ErasureRequested request) {
        return cases.lockOpenBy(request.memberId(), request.requestedAt())
                .map(open -> open.stream()
                        .filter(each -> each.kind != CaseKind.REPORT || request.publicContent() == PublicContent.REMOVE)
                        .toList())
                .chain(followers::withdraw)
                .chain(() -> cases.flush())
                .chain(() -> cases.forgetWordsBy(request.memberId(), request.requestedAt()))
                .chain(() -> reports.update(
                        "note = null where authorId = ?1 and reportedAt <= ?2",
                        request.memberId(),
                        request.requestedAt()))
                .replaceWithVoid();
    }

    private Uni<Void> eraseReporter(ErasureRequested request) {
        return reports.delete("reporterId = ?1 and reportedAt <= ?2", request.memberId(), request.requestedAt())
                .replaceWithVoid();
    }

    private Uni<Void> eraseModerator(ErasureRequested request) {
        return notes.update(
                        "text = '' where writerId = ?1 and writtenAt <= ?2", request.memberId(), request.requestedAt())
                .chain(() -> cases.releaseClaimsOf(request.memberId()));
    }
}
