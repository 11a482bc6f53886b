package io.cofound.moderation.decision;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Reason;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/**
 * Judges decided texts anew. Every method joins the caller's transaction, and what is ruled, its event and whatever the
 * caller writes commit together.
 */
@ApplicationScoped
public class Rulings {

    private final DecisionRepository decisions;
    private final RulingRepository rulings;
    private final RemovalRepository removals;
    private final Outbox outbox;

    Rulings(DecisionRepository decisions, RulingRepository rulings, RemovalRepository removals, Outbox outbox) {
        this.decisions = decisions;
        this.rulings = rulings;
        this.removals = removals;
        this.outbox = outbox;
    }

    /** Makes whatever else happens to the subject wait for the caller's commit: submission, removal, report, ruling. */
    public Uni<Void> takeTurns(UUID subjectId) {
        return removals.takeTurns(subjectId);
    }

    /** Takes its subject's turn and locks the decision; null if there is none. */
    public Uni<Judged> hold(UUID decisionId) {
        return decisions
                .subjectOf(decisionId)
                .chain(subjectId -> subjectId == null
                        ? Uni.createFrom().nullItem()
                        : takeTurns(subjectId)
                                .chain(() -> decisions.findById(decisionId, LockModeType.PESSIMISTIC_WRITE))
                                .chain(this::judged));
    }

    /** On the latest revision that was decided; null if none was. To be asked in the subject's turn. */
    public Uni<Judged> latestOf(UUID subjectId) {
        return decisions
                .latestOf(subjectId)
                .chain(decision -> decision == null ? Uni.createFrom().nullItem() : judged(decision));
    }

    /** What others see of it, as far as it was judged; null where they see nothing. To be asked in the subject's turn. */
    public Uni<Judged> shownOf(UUID subjectId) {
        return decisions
                .lastShownOf(subjectId)
                .chain(decision -> decision == null || decision.action != Action.PUBLISH
                        ? Uni.createFrom().nullItem()
                        : judged(decision));
    }

    /**
     * Whether the revision is not removed, and is the latest decided one or the last that others saw: what was taken from
     * view may come back, whatever became of an edit. To be asked in the subject's turn.
     */
    public Uni<Boolean> stands(Subject subject) {
        return removals.isRemoved(subject.id(), subject.revision())
                .chain(removed -> removed
                        ? Uni.createFrom().item(false)
                        : isOf(subject, decisions.latestOf(subject.id()))
                                .chain(latest -> latest
                                        ? Uni.createFrom().item(true)
                                        : isOf(subject, decisions.lastShownOf(subject.id()))));
    }

    /** Of one of the rulings. */
    public Uni<List<Reason>> reasons(UUID decisionId, long ruling) {
        return rulings.of(decisionId, ruling).map(found -> found.classification.reasons());
    }

    /** Whether the member made one of the rulings. */
    public Uni<Boolean> isBy(UUID decisionId, UUID memberId) {
        return rulings.isBy(decisionId, memberId);
    }

    /** Makes the next ruling on a decision that the caller holds, and tells everybody of it. */
    public Uni<Judged> rule(UUID decisionId, Verdict verdict) {
        return decisions.findById(decisionId, LockModeType.PESSIMISTIC_WRITE).chain(decision -> {
            decision.rule(verdict);
            return rulings.persist(Ruling.of(decision, verdict))
                    .chain(() -> outbox.publish(decision.made(null)))
                    .chain(() -> verdict.action() == Action.PUBLISH
                            ? decisions.forgetTexts(decision.subjectId, decision.subjectRevision - 1)
                            : Uni.createFrom().voidItem())
                    .replaceWith(() -> decision.judged(verdict.occasion()));
        });
    }

    private static Uni<Boolean> isOf(Subject subject, Uni<Decision> decision) {
        return decision.map(found -> found != null && found.subjectRevision == subject.revision());
    }

    private Uni<Judged> judged(Decision decision) {
        return rulings.of(decision.id, decision.ruling).map(latest -> decision.judged(latest.occasion));
    }
}
