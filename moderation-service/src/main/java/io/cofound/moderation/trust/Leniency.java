package io.cofound.moderation.trust;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.contracts.moderation.Action;
import io.cofound.contracts.moderation.Rung;
import io.cofound.moderation.classify.Calibration;
import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.smallrye.mutiny.Uni;

/**
 * Doubts less about those who have shown what they write. Only where the local model is not sure: what it rejects, and
 * all that rules decide, is the same for everybody.
 */
@ApplicationScoped
public class Leniency {

    private final TrustConfig config;
    private final Classifier classifier;

    Leniency(TrustConfig config, Classifier classifier) {
        this.config = config;
        this.classifier = classifier;
    }

    /** The share of an uncertain band, 0 to below 1, that is none for an author of this level; 0 for the unknown. */
    public double narrowing(int trustLevel) {
        return config.narrowing().getOrDefault(trustLevel, 0.0);
    }

    /** @param local for an author nobody knows, as all figures of the model are measured */
    public Uni<Classification> towards(int trustLevel, Classification local) {
        return classifier.card().map(card -> narrowed(local, card.calibration(), narrowing(trustLevel)));
    }

    static Classification narrowed(Classification local, Calibration calibration, double narrowing) {
        double holdFrom = calibration.holdAt() + narrowing * (calibration.rejectAt() - calibration.holdAt());
        boolean sureEnough = narrowing > 0
                && local.rung() == Rung.MODEL
                && local.action() == Action.HOLD
                && local.risk() <= holdFrom;
        return sureEnough
                ? new Classification(
                        local.label(), local.scores(), Action.PUBLISH, local.rung(), local.reasons(), local.model())
                : local;
    }
}
