package io.cofound.moderation.classify;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * What is known of a trained model; stands beside its weights. That of an older release may say more than is asked for.
 *
 * @param version names the model in decisions
 * @param inputs hash of everything that the model is made from
 * @param texts how many it was trained on, by label
 * @param glance when a look at a text's surface is enough
 * @param crossValidated figures on the seed, each text judged by a model that had not seen it
 * @param holdOut figures on the hold-out, in all and by language
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelCard(
        String version,
        String inputs,
        Map<String, Integer> texts,
        Calibration calibration,
        Glance glance,
        Figures crossValidated,
        Map<String, Figures> holdOut) {

    /** Of a model that learnt more. */
    ModelCard ofMore(String newVersion, List<LabelledText> more) {
        Map<String, Integer> counts = new TreeMap<>(texts);
        more.forEach(text -> counts.merge(text.label().name(), 1, Integer::sum));
        return new ModelCard(newVersion, inputs, counts, calibration, glance, crossValidated, Map.of());
    }

    ModelCard measured(Map<String, Figures> figures) {
        return new ModelCard(version, inputs, texts, calibration, glance, crossValidated, figures);
    }
}
