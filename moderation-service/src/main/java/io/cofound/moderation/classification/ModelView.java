package io.cofound.moderation.classification;

import java.util.Map;

import io.cofound.moderation.classify.Figures;
import io.cofound.moderation.classify.ModelCard;

/**
 * A model as clients see it.
 *
 * @param trainedOn texts by label
 * @param holdAt risk, 0 to 1, from which a person looks
 * @param rejectAt risk, 0 to 1, from which nobody needs to
 * @param figures on texts that it was neither trained nor tuned on, in all and by language
 */
record ModelView(
        String version,
        String state,
        Map<String, Integer> trainedOn,
        double holdAt,
        double rejectAt,
        Map<String, Figures> figures) {

    static ModelView of(ModelCard card) {
        return new ModelView(
                card.version(),
                "LIVE",
                card.texts(),
                card.calibration().holdAt(),
                card.calibration().rejectAt(),
                card.holdOut());
    }
}
