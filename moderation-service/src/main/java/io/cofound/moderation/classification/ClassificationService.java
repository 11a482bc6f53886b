package io.cofound.moderation.classification;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Classification;
import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.opinion.SecondOpinion;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.faulttolerance.Bulkhead;

/** The whole cascade for one text; nothing is stored. */
@ApplicationScoped
class ClassificationService {

    private final Classifier classifier;
    private final SecondOpinion opinion;

    ClassificationService(Classifier classifier, SecondOpinion opinion) {
        this.classifier = classifier;
        this.opinion = opinion;
    }

    /** Bounded, so that a flood of these never delays posts. */
    @Bulkhead(value = 4, waitingTaskQueue = 60)
    Uni<Classification> classify(String text) {
        return classifier.classify(text).chain(local -> opinion.on(text, local));
    }
}
