package io.cofound.moderation.learning;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.cofound.moderation.classify.Classifier;
import io.cofound.moderation.classify.LabelledText;
import io.cofound.moderation.classify.Learning;
import io.cofound.moderation.classify.LocalCascade;
import io.cofound.moderation.classify.TrainedModel;
import io.smallrye.mutiny.Uni;

/** All that this feature knows of how models are made and read. CPU-bound; not for the event loop. */
@ApplicationScoped
class Engine {

    private final Classifier classifier;

    /** Made when something is first learnt. */
    private Learning learning;

    Engine(Classifier classifier) {
        this.classifier = classifier;
    }

    /** The cascade with the shipped model, which every other one shares its rules and embeddings with. */
    Uni<LocalCascade> shipped() {
        return classifier.shipped();
    }

    TrainedModel shippedModel() {
        return TrainedModel.shipped();
    }

    /** Names the build in what a model is made with: texts, rules and code. */
    static String build(LocalCascade shipped) {
        return shipped.card().inputs();
    }

    synchronized TrainedModel learn(
            LocalCascade shipped, TrainedModel parent, List<LabelledText> texts, String version) {
        learning = learning == null ? new Learning(shipped) : learning;
        return learning.learn(parent, texts, version);
    }

    LocalCascade cascade(LocalCascade shipped, TrainedModel model) {
        return shipped.with(model);
    }
}
