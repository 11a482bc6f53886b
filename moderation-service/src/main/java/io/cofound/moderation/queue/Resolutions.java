package io.cofound.moderation.queue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Label;
import io.cofound.moderation.community.Moderators;
import io.cofound.moderation.community.Reviewer;
import io.cofound.moderation.decision.Judged;
import io.cofound.moderation.decision.Rulings;
import io.cofound.moderation.decision.Verdict;
import io.cofound.platform.web.problem.Problem;
import io.cofound.platform.web.versioning.Revision;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Resolves cases: what a person answers, and all that follows from it, commit together. */
@ApplicationScoped
class Resolutions {

    private final CaseRepository cases;
    private final CaseAccess access;
    private final CaseDetails details;
    private final Moderators moderators;
    private final Breaks breaks;
    private final Rulings rulings;
    private final Reports reports;
    private final SecondReviews seconds;
    private final CaseFollowers followers;
    private final NoteRepository notes;

    Resolutions(
            CaseRepository cases,
            CaseAccess access,
            CaseDetails details,
            Moderators moderators,
            Breaks breaks,
            Rulings rulings,
            Reports reports,
            SecondReviews seconds,
            CaseFollowers followers,
            NoteRepository notes) {
        this.cases = cases;
        this.access = access;
        this.details = details;
        this.moderators = moderators;
        this.breaks = breaks;
        this.rulings = rulings;
        this.reports = reports;
        this.seconds = seconds;
        this.followers = followers;
        this.notes = notes;
    }

    /**
     * An unclaimed case is claimed by resolving it. The same answer by the same person again changes nothing.
     *
     * @param expected the revision that was read; null where that is not said
     */
    @WithTransaction
    Uni<CaseView> resolve(UUID id, Reviewer reviewer, Long expected, Resolution resolution) {
        return moderators
                .presence(reviewer)
                .chain(() -> cases.takeTurns(reviewer.id()))
                .chain(() -> access.decisionOf(id, reviewer))
                .chain(rulings::hold)
                .chain(judged -> cases.lock(id)
                        .chain(held -> isRepeated(held, reviewer, resolution)
                                ? Uni.createFrom().item(held)
                                : answer(held, judged, reviewer, expected, resolution)))
                .chain(answered -> details.of(answered, reviewer));
    }

    private Uni<ModerationCase> answer(
            ModerationCase held, Judged judged, Reviewer reviewer, Long expected, Resolution resolution) {
        CaseService.requireFree(held, reviewer);
        if (expected != null) {
            Revision.check(expected, held.revision);
        }
        // A report's case may have moved to a newer revision of the text, and so to another decision, a moment ago.
        if (!held.decisionId.equals(judged.decisionId())) {
            throw Problem.stale(held.revision);
        }
        // Who is not told what was found cannot mean it.
        Label label = resolution.labelOn(
                CaseDetails.isBlind(held) ? Label.OK : judged.classification().label());
        String evidence = resolution.evidenceIn(judged.text());
        Verdict verdict = new Verdict(
                held.kind.occasion(), label, resolution.action(), evidence, resolution.reasonOrNull(), reviewer.id());
        return access.answer(held, reviewer)
                .chain(() -> CaseService.isHeldBy(held, reviewer)
                        ? Uni.createFrom().voidItem()
                        : breaks.check(reviewer.id(), held))
                .chain(() -> notes.add(held.id, reviewer.id(), resolution.note()))
                .chain(() -> held.kind == CaseKind.SECOND ? compare(held, judged, verdict) : rule(held, verdict))
                .replaceWith(held);
    }

    private Uni<Void> compare(ModerationCase second, Judged judged, Verdict verdict) {
        second.resolve(verdict.by(), verdict.label(), verdict.action());
        return seconds.compare(second, judged).chain(() -> followers.tell(resolved(second, judged)));
    }

    private Uni<Void> rule(ModerationCase answered, Verdict verdict) {
        return rulings.rule(answered.decisionId, verdict).chain(ruled -> cases.lockOpenOf(answered.decisionId)
                .map(open -> open.stream()
                        .filter(each -> each == answered || each.kind.isAnsweredBy(verdict.action()))
                        .toList())
                .chain(settled -> settle(settled, ruled, verdict))
                .chain(() -> reports.settle(ruled))
                .chain(() -> verdict.action() == Action.PUBLISH
                        ? reports.follow(ruled)
                        : Uni.createFrom().voidItem())
                .chain(() -> seconds.draw(answered, ruled)));
    }

    /** Whatever else was asked about the same text has its answer, too. */
    private Uni<Void> settle(List<ModerationCase> settled, Judged ruled, Verdict verdict) {
        settled.forEach(each -> each.resolve(verdict.by(), verdict.label(), verdict.action()));
        return Multi.createFrom()
                .iterable(settled)
                .onItem()
                .transformToUniAndConcatenate(each -> followers.tell(resolved(each, ruled)))
                .collect()
                .last();
    }

    private static ResolvedCase resolved(ModerationCase done, Judged judged) {
        return new ResolvedCase(done.id, done.kind, judged, done.resolvedLabel, done.resolvedAction, done.resolvedBy);
    }

    private static boolean isRepeated(ModerationCase held, Reviewer reviewer, Resolution resolution) {
        return held.state() instanceof CaseState.Resolved done
                && done.by().equals(reviewer.id())
                && done.action() == resolution.action()
                && (resolution.label() == null || resolution.label() == done.label());
    }
}
