package io.cofound.moderation.classify;

import java.util.List;

import io.cofound.contracts.moderation.Label;

/** The labelled texts that the build has. */
public final class TrainingTexts {

    private TrainingTexts() {}

    static List<LabelledText> seed() {
        return Learning.shipped("seed");
    }

    static List<LabelledText> messages() {
        return Learning.shipped("messages");
    }

    static List<LabelledText> holdOut() {
        return Learning.shipped("holdout");
    }

    /** Texts that the model has seen. */
    public static List<String> taught(Label label) {
        return seed().stream()
                .filter(text -> text.label() == label)
                .map(LabelledText::text)
                .toList();
    }

    /** Texts that the model has not seen. */
    public static List<String> unseen(Label label) {
        return holdOut().stream()
                .filter(text -> text.label() == label)
                .map(LabelledText::text)
                .toList();
    }
}
