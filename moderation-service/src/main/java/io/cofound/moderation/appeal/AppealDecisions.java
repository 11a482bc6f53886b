package io.cofound.moderation.appeal;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.decision.DecisionFollower;
import io.cofound.moderation.queue.CaseFollower;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.moderation.queue.ResolvedCase;
import io.cofound.platform.persistence.outbox.Outbox;
import io.smallrye.mutiny.Uni;

/** What becomes of an appeal with its case and with what it is about, in the same transaction. */
@ApplicationScoped
class AppealDecisions implements CaseFollower, DecisionFollower {

    private final AppealRepository appeals;
    private final Outbox outbox;

    AppealDecisions(AppealRepository appeals, Outbox outbox) {
        this.appeals = appeals;
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> resolved(ResolvedCase resolved) {
        return resolved.kind() != CaseKind.APPEAL
                ? Uni.createFrom().voidItem()
                : appeals.lockOpen(resolved.caseId())
                        .chain(appeal -> appeal == null
                                ? Uni.createFrom().voidItem()
                                : outbox.publish(appeal.decide(resolved.judged())));
    }

    @Override
    public Uni<Void> withdrawn(UUID caseId) {
        return appeals.lockOpen(caseId)
                .invoke(appeal -> {
                    if (appeal != null) {
                        appeal.withdraw();
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> moved(UUID subjectId, UUID communityId) {
        return appeals.move(subjectId, communityId);
    }
}
