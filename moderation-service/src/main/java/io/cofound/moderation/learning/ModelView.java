package io.cofound.moderation.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.cofound.moderation.classify.Figures;
import io.cofound.moderation.classify.ModelCard;

/**
 * A version of the model as clients see it.
 *
 * @param version names it in decisions
 * @param parent what it went on learning from; null for the shipped one
 * @param trainedOn texts by label; null, as all figures, until it is trained
 * @param holdAt risk, 0 to 1, from which a person looks
 * @param rejectAt risk, 0 to 1, from which nobody needs to
 * @param figures on texts that no version is trained or tuned on, in all and by language
 * @param details null in lists
 */
record ModelView(
        String version,
        long revision,
        ModelState state,
        String parent,
        Instant createdAt,
        Map<String, Integer> trainedOn,
        Double holdAt,
        Double rejectAt,
        Map<String, Figures> figures,
        Details details) {

    /**
     * For those who decide about it.
     *
     * @param weightsHash SHA-256 of what it learnt, hexadecimal
     * @param report null until it is trained, and for the shipped one
     * @param shadow null for what is not in shadow
     * @param history every state it was in, oldest first
     */
    record Details(String weightsHash, UUID createdBy, Report report, ShadowFigures shadow, List<Change> history) {}

    /** @param changedBy null where no person did */
    record Change(long revision, ModelState state, UUID changedBy, Instant changedAt) {}

    /** @param shipped the card of this build's model */
    static ModelView of(ModelVersion model, ModelCard shipped, Details details) {
        ModelCard card = model.isShipped() ? shipped : model.card;
        return new ModelView(
                model.isShipped() ? shipped.version() : model.version,
                model.revision,
                model.state,
                model.parent,
                model.createdAt,
                card == null ? null : card.texts(),
                card == null ? null : card.calibration().holdAt(),
                card == null ? null : card.calibration().rejectAt(),
                card == null ? null : card.holdOut(),
                details);
    }
}
