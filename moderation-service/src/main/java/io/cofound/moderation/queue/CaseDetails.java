package io.cofound.moderation.queue;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.community.Reviewer;
import io.cofound.moderation.decision.Rulings;
import io.smallrye.mutiny.Uni;

/** All that a moderator needs to judge a case. Needs a session. */
@ApplicationScoped
class CaseDetails {

    private static final int REPORTS_SHOWN = 50;

    private final ReportRepository reports;
    private final Rulings rulings;

    CaseDetails(ReportRepository reports, Rulings rulings) {
        this.reports = reports;
        this.rulings = rulings;
    }

    /** The text of an open case that may hurt is only for whoever has it. */
    Uni<CaseView> of(ModerationCase found, Reviewer reviewer) {
        boolean shown = !found.isOpen() || !found.mayHurt() || CaseService.isHeldBy(found, reviewer);
        return reports.first(found.id, REPORTS_SHOWN)
                .chain(joined -> isBlind(found)
                        ? Uni.createFrom().item(CaseView.blind(found))
                        : rulings.reasons(found.decisionId, found.ruling)
                                .map(reasons -> CaseView.whole(found, reasons, joined)))
                .map(view -> shown ? view : view.withoutText());
    }

    /** Whoever judges a second time, or after the cascade, is not to know what was found, nor where to look it up, until it is done. */
    static boolean isBlind(ModerationCase found) {
        return found.kind.isBlind() && found.isOpen();
    }
}
