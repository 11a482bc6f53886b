package io.cofound.moderation.queue;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.Event;
import io.cofound.contracts.content.ContentReported;
import io.cofound.contracts.moderation.Action;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Rulings;
import io.cofound.moderation.decision.Subject;
import io.cofound.platform.persistence.outbox.Outbox;
import io.cofound.platform.privacy.ErasedMembers;
import io.smallrye.mutiny.Uni;

/** What members report, and what becomes of it. Every method joins the caller's transaction. */
@ApplicationScoped
class Reports {

    private final ReportRepository reports;
    private final CaseRepository cases;
    private final Cases opening;
    private final Rulings rulings;
    private final ErasedMembers erased;
    private final Outbox outbox;

    Reports(
            ReportRepository reports,
            CaseRepository cases,
            Cases opening,
            Rulings rulings,
            ErasedMembers erased,
            Outbox outbox) {
        this.reports = reports;
        this.cases = cases;
        this.opening = opening;
        this.rulings = rulings;
        this.erased = erased;
        this.outbox = outbox;
    }

    /** A report of an erased reporter is not kept, and of a text whose author was erased no note. */
    Uni<Void> file(ContentReported report) {
        return erased.isErased(report.reporterId(), report.reportedAt())
                .chain(gone -> gone
                        ? Uni.createFrom().voidItem()
                        : erased.isErased(report.authorId(), report.reportedAt())
                                .map(authorGone -> new ReportedText(report, authorGone ? null : report.note()))
                                .chain(kept ->
                                        rulings.takeTurns(report.subjectId()).chain(() -> reports.persist(kept)))
                                .chain(() -> rulings.shownOf(report.subjectId()))
                                .chain(shown -> shown == null ? Uni.createFrom().voidItem() : ask(shown)));
    }

    /** What was reported before it was judged, or in the revision that others see no more, is asked about as it stands now. */
    Uni<Void> follow(Judged shown) {
        Subject subject = shown.subject();
        return cases.lockReported(subject.id(), subject.revision() - 1).chain(reported -> {
            if (reported == null) {
                return ask(shown);
            }
            reported.move(shown);
            return join(reported, shown);
        });
    }

    /** They stand as the latest ruling says: who reported what was refused was right, until that is overturned. */
    Uni<Void> settle(Judged ruled) {
        boolean refused = ruled.classification().action() == Action.REJECT;
        return (refused ? answerWaiting(ruled) : Uni.createFrom().voidItem())
                .chain(() -> reports.about(ruled.decisionId(), !refused))
                .chain(changed -> outbox.publish(changed.stream()
                        .<Event>map(
                                report -> refused ? report.uphold(ruled.judgedAt()) : report.overturn(ruled.judgedAt()))
                        .toList()));
    }

    private Uni<Void> answerWaiting(Judged refused) {
        return reports.waitingFor(refused.subject().id())
                .invoke(waiting -> waiting.forEach(report -> report.answeredBy(refused.decisionId())))
                .chain(() -> reports.flush());
    }

    /** @param judged what others see: nobody is asked about anything else */
    private Uni<Void> ask(Judged judged) {
        return reports.waitingFor(judged.subject().id())
                .chain(waiting -> waiting.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : cases.lockOpen(judged.decisionId(), CaseKind.REPORT)
                                .chain(open -> open == null
                                        ? opening.add(new ModerationCase(CaseKind.REPORT, judged))
                                        : Uni.createFrom().item(open))
                                .chain(open -> join(open, judged)));
    }

    private Uni<Void> join(ModerationCase open, Judged judged) {
        return reports.waitingFor(judged.subject().id())
                .invoke(waiting -> waiting.forEach(report -> report.join(open)))
                .chain(() -> reports.flush())
                .chain(() -> reports.count(open.id))
                .chain(joined -> opening.weigh(open, judged.classification(), joined));
    }
}
