package io.cofound.moderation.classify;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Moves embeddings so that a language's ordinary text lies at the origin. All raw embeddings point nearly the same way;
 * what is left without that tells texts apart.
 *
 * @param means of each language's embeddings, over the training texts
 */
public record Centring(Map<Language, double[]> means) {

    static Centring fit(Map<Language, List<float[]>> embeddings) {
        Map<Language, double[]> means = new EnumMap<>(Language.class);
        embeddings.forEach((language, vectors) -> {
            double[] mean = new double[vectors.getFirst().length];
            for (float[] vector : vectors) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += vector[i] / vectors.size();
                }
            }
            means.put(language, mean);
        });
        return new Centring(means);
    }

    /** @return of length 1 */
    double[] centre(Language language, float[] embedding) {
        double[] mean = means.getOrDefault(language, new double[embedding.length]);
        double[] centred = new double[embedding.length];
        double squares = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = embedding[i] - mean[i];
            squares += centred[i] * centred[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < centred.length && length > 0; i++) {
            centred[i] /= length;
        }
        return centred;
    }
}
