package io.cofound.moderation.queue;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.decision.Judged;
import io.smallrye.mutiny.Uni;

/** Lets somebody else judge a share of the resolved cases again, without knowing of the first answer. */
@ApplicationScoped
class SecondReviews {

    private final CaseRepository cases;
    private final QueueConfig config;

    SecondReviews(CaseRepository cases, QueueConfig config) {
        this.cases = cases;
        this.config = config;
    }

    /** Draws by the case's id, which is as good as chance and the same at every try. Joins the caller's transaction. */
    Uni<Void> draw(ModerationCase first, Judged ruled) {
        boolean kept = first.kind == CaseKind.REVIEW || first.kind == CaseKind.REPORT;
        if (!kept || first.platformOnly || ruled.text() == null || !isDrawn(first.id)) {
            return Uni.createFrom().voidItem();
        }
        ModerationCase second = new ModerationCase(CaseKind.SECOND, ruled);
        second.lookAgainAt(first);
        second.weighLike(first);
        return cases.lockOpen(ruled.decisionId(), CaseKind.SECOND)
                .chain(there -> there != null
                        ? Uni.createFrom().voidItem()
                        : cases.persist(second).replaceWithVoid());
    }

    /** Where the two would have done different things, a third person's ruling counts. Joins the caller's transaction. */
    Uni<Void> compare(ModerationCase second, Judged judged) {
        return cases.findById(second.firstCaseId)
                .chain(first -> first.resolvedAction == second.resolvedAction || judged.ruling() != second.ruling
                        ? Uni.createFrom().voidItem()
                        : cases.lockOpen(judged.decisionId(), CaseKind.REVIEW).chain(there -> {
                            if (there != null) {
                                there.callThirdPerson();
                                return Uni.createFrom().voidItem();
                            }
                            ModerationCase third = new ModerationCase(CaseKind.REVIEW, judged);
                            third.callThirdPerson();
                            third.weighLike(first);
                            return cases.persist(third).replaceWithVoid();
                        }));
    }

    private boolean isDrawn(UUID id) {
        return Math.floorMod(id.getLeastSignificantBits(), 10_000) < config.secondShare() * 10_000;
    }
}
