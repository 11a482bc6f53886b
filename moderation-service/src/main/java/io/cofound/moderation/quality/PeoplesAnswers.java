package io.cofound.moderation.quality;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.queue.CaseFollower;
import io.cofound.moderation.queue.CaseKind;
import io.cofound.moderation.queue.ResolvedCase;
import io.smallrye.mutiny.Uni;

/** What a person rules is taken for the truth, and what another one rules later before it. */
@ApplicationScoped
class PeoplesAnswers implements CaseFollower {

    private final Observations observations;

    PeoplesAnswers(Observations observations) {
        this.observations = observations;
    }

    @Override
    public Uni<Void> resolved(ResolvedCase resolved) {
        return resolved.kind() == CaseKind.SECOND
                ? Uni.createFrom().voidItem()
                : observations.learn(resolved.judged().decisionId(), resolved.label());
    }

    @Override
    public Uni<Void> withdrawn(UUID caseId) {
        return Uni.createFrom().voidItem();
    }
}
