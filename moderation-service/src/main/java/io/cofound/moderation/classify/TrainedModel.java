package io.cofound.moderation.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cofound.contracts.moderation.Label;

/**
 * A model of founders' talk, as it is kept.
 *
 * @param weights compressed; about 1 MB
 */
public record TrainedModel(byte[] weights, ModelCard card) {

    static final String WEIGHTS = "/moderation/model.bin";
    static final String CARD = "/moderation/model.json";

    /** Takes every text for everything; where there is none yet. */
    static TrainedModel untaught() {
        LinearModel nothing = LinearModel.untaught(Label.values().length);
        return new TrainedModel(
                new FoundersTalk(nothing, nothing).toBytes(),
                new ModelCard("untaught", "", Map.of(), new Calibration(1, 1, 1), new Glance(1, 0, 1), null, Map.of()));
    }

    /** The one that the build trained. */
    public static TrainedModel shipped() {
        try (InputStream weights = TrainedModel.class.getResourceAsStream(WEIGHTS);
                InputStream card = TrainedModel.class.getResourceAsStream(CARD)) {
            return new TrainedModel(weights.readAllBytes(), new ObjectMapper().readValue(card, ModelCard.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
