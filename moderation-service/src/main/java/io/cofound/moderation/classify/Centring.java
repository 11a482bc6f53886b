package io.cofound.moderation.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Moves embeddings so that a language's ordinary text lies at the origin. All raw embeddings point nearly the same way;
 * what is left without that tells texts apart.
 *
 * @param means of each language's embeddings, over the training texts
 */
record Centring(Map<Language, float[]> means) {

    /** Of a language that nothing is centred in. */
    private static final float[] UNKNOWN = {};

    static Centring fit(Map<Language, List<float[]>> embeddings) {
        Map<Language, float[]> means = new EnumMap<>(Language.class);
        embeddings.forEach((language, vectors) -> {
            double[] sum = new double[vectors.getFirst().length];
            for (float[] vector : vectors) {
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i];
                }
            }
            float[] mean = new float[sum.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (sum[i] / vectors.size());
            }
            means.put(language, mean);
        });
        return new Centring(means);
    }

    /** @return of the given length */
    float[] centre(Language language, float[] embedding, double length) {
        float[] mean = means.get(language);
        float[] centred = new float[embedding.length];
        double squares = 0;
        for (int i = 0; i < centred.length; i++) {
            centred[i] = embedding[i] - mean[i];
            squares += centred[i] * centred[i];
        }
        double factor = squares == 0 ? 0 : length / Math.sqrt(squares);
        for (int i = 0; i < centred.length; i++) {
            centred[i] *= (float) factor;
        }
        return centred;
    }

    void write(DataOutput out) throws IOException {
        for (Language language : Language.values()) {
            float[] mean = means.getOrDefault(language, UNKNOWN);
            out.writeInt(mean.length);
            for (float value : mean) {
                out.writeFloat(value);
            }
        }
    }

    static Centring read(DataInput in) throws IOException {
        Map<Language, float[]> means = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            float[] mean = new float[in.readInt()];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = in.readFloat();
            }
            means.put(language, mean);
        }
        return new Centring(means);
    }
}
