package io.cofound.moderation.queue;

import java.security.SecureRandom;
import java.util.Map;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.decision.Judged;
import io.smallrye.mutiny.Uni;

/** Lets somebody else judge a share of the resolved cases again, without knowing of the first answer. */
@ApplicationScoped
class SecondReviews {

    private final CaseRepository cases;
    private final Cases opening;
    private final QueueConfig config;
    private final RandomGenerator chance = new SecureRandom();

    SecondReviews(CaseRepository cases, Cases opening, QueueConfig config) {
        this.cases = cases;
        this.opening = opening;
        this.config = config;
    }

    /**
     * Draws once the answer is there: whoever knew before could take care with what is drawn alone. Joins the caller's
     * transaction.
     */
    Uni<Void> draw(ModerationCase first, Judged ruled) {
        boolean kept = first.kind == CaseKind.REVIEW || first.kind == CaseKind.REPORT;
        if (!kept || first.platformOnly || ruled.text() == null || !isDrawn()) {
            return Uni.createFrom().voidItem();
        }
        ModerationCase second = new ModerationCase(CaseKind.SECOND, ruled);
        return cases.lockOpen(ruled.decisionId(), CaseKind.SECOND)
                .chain(there -> there != null
                        ? Uni.createFrom().voidItem()
                        : opening.add(second)
                                .chain(() -> opening.weigh(second, ruled.classification(), Map.of()))
                                .invoke(() -> second.lookAgainAt(first)));
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

    private boolean isDrawn() {
        return chance.nextDouble() < config.secondShare();
    }
}
