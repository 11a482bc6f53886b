package io.cofound.moderation.queue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.cofound.contracts.content.ReportCause;
import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.contracts.moderation.Reason;
import io.cofound.contracts.moderation.SubjectKind;

/**
 * A case as moderators see it. Of a blind one it tells neither where the text is, nor what was found, nor how urgent that
 * makes it, until it is resolved.
 *
 * @param revision for If-Match
 * @param severe whether it is likely to hurt whoever reads it; null where it is blind
 * @param priority harm × reach × uncertainty, see docs/moderation-cases.md; null where it is blind
 * @param reports how many members reported it
 * @param text null where it is gone; where it is severe or a second review, in lists and for those who have not claimed it while
 *     it is open
 * @param plea what the author says in an appeal
 * @param reasons of the ruling it asks about; null in lists
 * @param reportedFor what the first 50 reporters say, without their names, those with a note first; null in lists
 * @param claimedBy null while nobody has it
 * @param outcome null while it is not resolved
 */
record CaseView(
        UUID id,
        long revision,
        CaseKind kind,
        CaseState.Name state,
        UUID communityId,
        SubjectKind subjectKind,
        UUID subjectId,
        UUID decisionId,
        Label label,
        Double risk,
        Boolean severe,
        Double priority,
        Double harm,
        Double reach,
        Double uncertainty,
        int reports,
        String language,
        String text,
        String plea,
        List<Reason> reasons,
        List<ReportedFor> reportedFor,
        UUID claimedBy,
        Instant claimedUntil,
        Outcome outcome,
        Instant openedAt,
        Instant closedAt) {

    record ReportedFor(ReportCause cause, String note, Instant reportedAt) {}

    record Outcome(Label label, Action action, UUID by) {}

    static CaseView listed(ModerationCase found) {
        CaseView view = CaseDetails.isBlind(found) ? blind(found) : of(found, null, null);
        return found.mayHurt() ? view.withoutText() : view;
    }

    static CaseView whole(ModerationCase found, List<Reason> reasons, List<ReportedText> reports) {
        return of(
                found,
                reasons,
                reports.stream()
                        .map(report -> new ReportedFor(report.cause, report.note, report.reportedAt))
                        .toList());
    }

    static CaseView blind(ModerationCase found) {
        CaseView all = of(found, null, null);
        return new CaseView(
                all.id,
                all.revision,
                all.kind,
                all.state,
                all.communityId,
                all.subjectKind,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                all.language,
                all.text,
                null,
                null,
                null,
                all.claimedBy,
                all.claimedUntil,
                null,
                all.openedAt,
                null);
    }

    private static CaseView of(ModerationCase found, List<Reason> reasons, List<ReportedFor> reportedFor) {
        CaseState state = found.state();
        CaseState.Claimed claimed = state instanceof CaseState.Claimed held ? held : null;
        return new CaseView(
                found.id,
                found.revision,
                found.kind,
                state.name(),
                found.communityId,
                found.subjectKind,
                found.subjectId,
                found.decisionId,
                found.label,
                found.risk,
                found.severe,
                found.priority,
                found.harm,
                found.reach,
                found.uncertainty,
                found.reports,
                found.language,
                found.text,
                found.plea,
                reasons,
                reportedFor,
                claimed == null ? null : claimed.by(),
                claimed == null ? null : claimed.until(),
                state instanceof CaseState.Resolved done ? new Outcome(done.label(), done.action(), done.by()) : null,
                found.openedAt,
                found.closedAt);
    }

    /** Nor what the reasons quote of it. */
    CaseView withoutText() {
        return new CaseView(
                id,
                revision,
                kind,
                state,
                communityId,
                subjectKind,
                subjectId,
                decisionId,
                label,
                risk,
                severe,
                priority,
                harm,
                reach,
                uncertainty,
                reports,
                language,
                null,
                plea,
                reasons == null
                        ? null
                        : reasons.stream()
                                .map(reason -> new Reason(reason.clause(), ""))
                                .toList(),
                reportedFor,
                claimedBy,
                claimedUntil,
                outcome,
                openedAt,
                closedAt);
    }
}
