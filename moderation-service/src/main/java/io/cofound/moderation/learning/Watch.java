package io.cofound.moderation.learning;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.learning.Replay.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Looks on while texts are judged: counts for drift, and lets the version in shadow judge them, too. Nobody waits for it,
 * and under load it leaves texts out.
 */
@ApplicationScoped
public class Watch {

    private final LiveModels models;
    private final DriftCounts drift;
    private final ShadowCounts shadows;
    private final Classifier classifier;
    private final Counter leftOut;

    Watch(LiveModels models, DriftCounts drift, ShadowCounts shadows, Classifier classifier, MeterRegistry meters) {
        this.models = models;
        this.drift = drift;
        this.shadows = shadows;
        this.classifier = classifier;
        this.leftOut = Counter.builder("cofound.moderation.shadow.left.out")
                .description("Texts that the version in shadow did not judge, since others waited")
                .register(meters);
    }

    /**
     * A submitted text was judged; returns at once.
     *
     * @param language BCP 47
     * @param live what the live model and the shipped rules said
     */
    public void judged(String language, String text, Classification live) {
        String model = models.name();
        drift.count(model, language, text, live);
        models.shadow().ifPresent(shadow -> {
            boolean taken = classifier.whenIdle(() -> shadows.count(
                    shadow.version(),
                    shadow.revision(),
                    model,
                    outcome(live),
                    outcome(shadow.cascade().classify(text))));
            if (!taken) {
                leftOut.increment();
            }
        });
    }

    static Outcome outcome(Classification judged) {
        return new Outcome(judged.action(), judged.label());
    }
}
