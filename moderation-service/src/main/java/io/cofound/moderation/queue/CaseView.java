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
 * A case as moderators see it. Of a blind second review it tells neither what the text is nor what was found, until it is
 * resolved.
 *
 * @param revision for If-Match
 * @param severe whether it is likely to hurt whoever reads it; lists leave out its text
 * @param priority harm × reach × uncertainty, see docs/moderation-cases.md
 * @param reports how many members reported it
 * @param text null where it is gone, and in lists where it is severe
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
        boolean severe,
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
        return CaseDetails.isBlind(found)
                ? blind(found).withText(found.severe ? null : found.text)
                : of(found, null, null).withText(found.severe ? null : found.text);
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
                all.severe,
                all.priority,
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

    private CaseView withText(String shown) {
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
                shown,
                plea,
                reasons,
                reportedFor,
                claimedBy,
                claimedUntil,
                outcome,
                openedAt,
                closedAt);
    }
}
